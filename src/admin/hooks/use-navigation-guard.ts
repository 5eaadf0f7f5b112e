import { useEffect, useRef } from "react"
import { useBlocker } from "react-router-dom"

/**
 * Holds the Back button and a closing tab while there are unsaved changes. The router knows one blocker at a time, so
 * only a component that is on screen while something is edited may use it.
 */
export function useNavigationGuard(isDirty: boolean, confirmLeave: () => Promise<boolean>): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty &&
      currentLocation.pathname !== nextLocation.pathname &&
      !isAfterSave(nextLocation.state),
  )
  // The question is asked once per blocked navigation, however often its wording is rendered anew.
  const confirm = useRef(confirmLeave)
  confirm.current = confirmLeave

  useEffect(() => {
    if (blocker.state === "blocked") {
      void confirm.current().then((leave) => (leave ? blocker.proceed() : blocker.reset()))
    }
  }, [blocker])

  useEffect(() => {
    if (!isDirty) {
      return
    }
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [isDirty])
}

/** The dashboard's drawers write this down when they close over something saved. */
function isAfterSave(state: unknown): boolean {
  return (
    typeof state === "object" &&
    state !== null &&
    "isSubmitSuccessful" in state &&
    state.isSubmitSuccessful === true
  )
}
