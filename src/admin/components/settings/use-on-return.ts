import { useEffect, useRef } from "react"

/** Calls back when the admin comes back to this window, e.g. from Discord, where they were sent to change something. */
export function useOnReturn(isAwaited: boolean, onReturn: () => void): void {
  const latest = useRef(onReturn)
  useEffect(() => {
    latest.current = onReturn
  })
  useEffect(() => {
    if (!isAwaited) {
      return
    }
    const handleFocus = () => latest.current()
    window.addEventListener("focus", handleFocus)
    return () => window.removeEventListener("focus", handleFocus)
  }, [isAwaited])
}
