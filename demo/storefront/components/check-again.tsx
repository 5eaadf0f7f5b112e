import { useState } from "react"
import { discordApi } from "../sdk"
import { wordsOf } from "../words"
import type { Message } from "./notice"

interface CheckAgainProps {
  onDone: () => Promise<void>
  onMessage: (message: Message) => void
}

/** For who lost a role: asks the store to look at Discord. */
export function CheckAgain({ onDone, onMessage }: CheckAgainProps) {
  const [isAsking, setIsAsking] = useState(false)

  const ask = async () => {
    setIsAsking(true)
    try {
      await discordApi.resync()
      await onDone()
    } catch (failure) {
      onMessage({ tone: "bad", text: wordsOf(failure) })
    } finally {
      setIsAsking(false)
    }
  }

  return (
    <div className="actions">
      <button type="button" disabled={isAsking} onClick={() => void ask()}>
        Check again
      </button>
    </div>
  )
}
