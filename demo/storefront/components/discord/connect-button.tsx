import { discordApi } from "../../sdk"
import { WORDS } from "../../words"
import { ActButton } from "../act-button"
import type { Message } from "../notice"

interface ConnectButtonProps {
  /** To the page where it was pressed, else to the account. */
  andBack?: boolean
  onMessage: (message: Message | null) => void
}

/** Leads to Discord's consent and back. */
export function ConnectButton({ andBack, onMessage }: ConnectButtonProps) {
  return (
    <ActButton className="discord" act={() => discordApi.connect(andBack)} onMessage={onMessage}>
      {WORDS.connect}
    </ActButton>
  )
}
