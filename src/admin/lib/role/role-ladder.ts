import type { AdminDiscordRole } from "../../../types/http/server"

type LadderRole = Pick<AdminDiscordRole, "role_id" | "name" | "color" | "reason" | "variant_count">

/** A line of the drawing that shows where the bot's role is and where it must be. */
export type Rung =
  | { kind: "role"; role: LadderRole; out_of_reach: boolean }
  | { kind: "bot"; role: LadderRole }
  /** Where the bot's role has to be dragged to. */
  | { kind: "target" }
  /** Roles in between that do not matter here. */
  | { kind: "others"; count: number }

/**
 * Draws a server's roles, leaving out what does not matter: neither the bot's nor given by a variant.
 *
 * @param roles highest first, as Discord shows them
 * @param botRoleId the bot's highest role
 */
export function roleLadder(roles: readonly LadderRole[], botRoleId: string | null): Rung[] {
  const isOutOfReach = (role: LadderRole) => role.variant_count > 0 && role.reason === "above_bot"
  const highest = roles.find(isOutOfReach) ?? roles.find(({ reason }) => reason === "above_bot")
  const rungs: Rung[] = []
  for (const role of roles.filter(({ reason }) => reason !== "everyone" && reason !== "deleted")) {
    if (role === highest) {
      rungs.push({ kind: "target" })
    }
    if (role.role_id === botRoleId) {
      rungs.push({ kind: "bot", role })
    } else if (role.variant_count > 0) {
      rungs.push({ kind: "role", role, out_of_reach: isOutOfReach(role) })
    } else {
      addOther(rungs)
    }
  }
  return rungs
}

function addOther(rungs: Rung[]): void {
  const last = rungs.at(-1)
  if (last?.kind === "others") {
    last.count++
  } else {
    rungs.push({ kind: "others", count: 1 })
  }
}
