import { beginSignIn } from "../../discord-sign-in"
import { WORDS } from "../../words"
import { ActButton } from "../act-button"
import type { Message } from "../notice"

/** Makes the account, or finds it, and connects Discord, in one step. */
export function SignInButton({ onMessage }: { onMessage: (message: Message | null) => void }) {
  return (
    <ActButton className="discord" act={beginSignIn} onMessage={onMessage}>
      {WORDS.signIn}
    </ActButton>
  )
}
