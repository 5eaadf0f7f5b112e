import assert from "node:assert/strict"
import { eventually } from "../../helpers/eventually"
import type { Stage } from "./stage"

/** The id of one of the Discord's people: 0 is Mia, who is a member; 1 Noah and 2 Zoë are not. */
export function userOf({ discord }: Pick<Stage, "discord">, index: 0 | 1 | 2): string {
  const user = discord.users[index]
  if (!user) throw new Error("The sandbox was seeded with other people")
  return user.id
}

/** Waits until a user holds exactly these roles in Discord; null = is not in the server. Pictures need it, too: no `expect`. */
export async function expectRoles(
  { discord }: Pick<Stage, "discord">,
  userId: string,
  roles: string[] | null,
): Promise<void> {
  await eventually(async () => {
    assert.equal(named(await discord.rolesOf(userId)), named(roles))
  })
}

function named(roles: readonly string[] | null): string {
  return roles === null
    ? "not in the server"
    : `in the server with: ${[...roles].sort().join(", ")}`
}
