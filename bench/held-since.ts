import type { SandboxClient } from "../integration-tests/discord-sandbox"
import { eventually } from "../integration-tests/helpers/eventually"
import type { BenchServer } from "./world"

const SOLD_IN_MS = 120_000

/** When a member got a server's second role: Unix ms by Discord's clock, which is this machine's. */
export async function heldSince(
  control: SandboxClient,
  { guildId, second }: BenchServer,
  userId: string,
): Promise<number> {
  return eventually(async () => {
    const events = await control.memberEvents({ guild_id: guildId, user_id: userId })
    const given = events.find(
      (event) => event.type === "role_add" && event.role_id === second.roleId,
    )
    if (!given) {
      throw new Error(`${userId} does not hold the role`)
    }
    return given.at
  }, SOLD_IN_MS)
}
