import { DEFAULT_RULES, type DiscordCall } from "./plan.rules"

/** When a call that changes a member's roles could go by each way: Unix ms, Infinity = after some answer. */
export interface Ready {
  /** One role's PUT or DELETE. */
  role: number
  /** A read and a PATCH of all roles. */
  patch: number
}

/**
 * Which of the two buckets bulk work uses: side by side they serve twice as many members. A PATCH costs a read more, so it is for
 * when a role's own call has to wait, and longer.
 *
 * @param now Unix ms, taken after `ready`: a millisecond that passes between two looks makes no bucket full
 * @returns the `patch_from` to plan with
 */
export function patchFromInBulk({ role, patch }: Ready, now: number): number {
  return role > now && patch < role ? 1 : DEFAULT_RULES.patch_from
}

/**
 * A waiting customer's way around a full bucket: the other one, when it is free sooner. It costs a read more, which nobody
 * waits for.
 *
 * @param patchFrom the `patch_from` that the call was planned with
 * @param now Unix ms
 * @returns the `patch_from` to plan with instead; null when the call is best sent, or left to wait, as it is
 */
export function wayAround(
  call: DiscordCall["kind"],
  patchFrom: number,
  { role, patch }: Ready,
  now: number,
): number | null {
  // A PATCH was refused: Discord is asked role by role, however long that takes.
  if (patchFrom === Infinity) {
    return null
  }
  switch (call) {
    case "add_role":
    case "remove_role":
      return role > now && patch < role ? 1 : null
    case "set_roles":
      return patch > now && role < patch && patchFrom < DEFAULT_RULES.patch_from
        ? DEFAULT_RULES.patch_from
        : null
    case "join":
    case "read_member":
    case "kick":
      return null
  }
}
