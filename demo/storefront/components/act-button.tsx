import { useState, type ReactNode } from "react"
import { wordsOf } from "../format"
import type { Message } from "./notice"

interface ActButtonProps {
  act: () => Promise<Message | void>
  onMessage: (message: Message | null) => void
  className?: string
  children: ReactNode
}

/** Does something that takes a moment, once at a time, and says what came of it. */
export function ActButton({ act, onMessage, className = "", children }: ActButtonProps) {
  const [isBusy, setIsBusy] = useState(false)
  const run = async () => {
    setIsBusy(true)
    onMessage(null)
    try {
      const message = await act()
      if (message) onMessage(message)
    } catch (failure) {
      onMessage({ tone: "bad", text: wordsOf(failure) })
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <button
      type="button"
      className={className}
      disabled={isBusy}
      aria-busy={isBusy}
      onClick={() => void run()}
    >
      {children}
    </button>
  )
}
