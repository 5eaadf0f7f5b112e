import type { AdminDiscordRole } from "../../../types/http/server"

/** Roles whose name holds the text, whatever its case. */
export function matchingRoles<Role extends { name: string }>(
  roles: readonly Role[],
  search: string,
): readonly Role[] {
  const text = search.trim().toLowerCase()
  return text === "" ? roles : roles.filter(({ name }) => name.toLowerCase().includes(text))
}

/** Roles that can be chosen, or could be after a change in Discord, before those that Discord keeps for itself. */
export function inPickOrder<Role extends Pick<AdminDiscordRole, "reason">>(
  roles: readonly Role[],
): readonly Role[] {
  const isKept = ({ reason }: Role) => reason === "managed" || reason === "everyone"
  return [...roles.filter((role) => !isKept(role)), ...roles.filter(isKept)]
}

/**
 * Where a key leads in a list of `count`: arrows go round, from nowhere to either end.
 *
 * @param at null = nowhere yet
 * @returns undefined for a key that does not move
 */
export function stepThrough(key: string, at: number | null, count: number): number | undefined {
  if (count === 0) {
    return undefined
  }
  switch (key) {
    case "ArrowDown":
      return at === null ? 0 : (at + 1) % count
    case "ArrowUp":
      return at === null ? count - 1 : (at - 1 + count) % count
    case "PageDown":
      return Math.min((at ?? -1) + PAGE, count - 1)
    case "PageUp":
      return Math.max((at ?? 0) - PAGE, 0)
    default:
      return undefined
  }
}

const PAGE = 8
