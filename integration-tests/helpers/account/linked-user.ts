import { linkAccount } from "../../../src/modules/discord/account/account.store"
import type { SyncDeps } from "../../../src/modules/discord/engine/deps"
import type { SandboxClient, UserInput } from "../../discord-sandbox"
import { consent } from "./consent"

/** A Discord user whom a registered customer has connected, with real tokens. @returns the user's id */
export async function linkUser(
  deps: Pick<SyncDeps, "db" | "oauth" | "keyring">,
  control: SandboxClient,
  customerId: string,
  input: UserInput = {},
): Promise<string> {
  const { id } = await control.createUser(input)
  const consented = await consent(deps, control, id)
  await linkAccount(deps.db, { customer_id: customerId, registered: true, ...consented })
  return id
}
