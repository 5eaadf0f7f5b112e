import { discordApi } from "../../sdk"
import { ActButton } from "../act-button"
import type { Message } from "../notice"

interface CheckAgainProps {
  onDone: () => Promise<void>
  onMessage: (message: Message | null) => void
}

/** For who lost a role: asks the store to look at Discord. */
export function CheckAgain({ onDone, onMessage }: CheckAgainProps) {
  const ask = async () => {
    await discordApi.resync()
    await onDone()
  }
  return (
    <div className="actions">
      <ActButton act={ask} onMessage={onMessage}>
        Check again
      </ActButton>
    </div>
  )
}
