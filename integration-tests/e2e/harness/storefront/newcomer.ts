import type { UserInput } from "../../../discord-sandbox/control/types"
import type { Stage } from "../stage"

export const SIGN_IN = "Sign in with Discord"
export const SIGNED_IN = "You are signed in, and Discord is connected."

export interface Newcomer {
  id: string
  /** How Discord's pages list them. */
  label: string
  email: string
}

/** Somebody in Discord whom the store has never seen: its customers outlive a test. */
export async function newcomer({ discord }: Stage, edit: UserInput = {}): Promise<Newcomer> {
  const username = `ada_${Date.now()}`
  const email = `${username}@example.com`
  const { id } = await discord.control.createUser({ username, global_name: "Ada", email, ...edit })
  return { id, label: `Ada (@${username})`, email }
}
