import { discordApi } from "../../sdk"
import { WORDS } from "../../words"
import { ActButton } from "../act-button"
import type { Message } from "../notice"

/** Leads to Discord's consent and back to the account. */
export function ConnectButton({ onMessage }: { onMessage: (message: Message | null) => void }) {
  return (
    <ActButton className="discord" act={discordApi.connect} onMessage={onMessage}>
      {WORDS.connect}
    </ActButton>
  )
}
