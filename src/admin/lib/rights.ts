import type { DiscordResource } from "../../policies/discord"

export type Operation = "read" | "create" | "update" | "delete"

/** Ours, and what our pages read of Medusa's own beside what the page around them needs. */
export type Resource = DiscordResource | "user"

/** What the store has said so far of what the admin may do. */
export interface StoreAnswers {
  /** Whether the store restricts admins by roles; undefined = it has not said, or could not. */
  usesRoles: boolean | undefined
  /** Whether it was asked, with whatever result. */
  hasAnswered: boolean
  /** What the admin's role allows, as `resource:operation`; undefined = not known (yet). */
  permissions: readonly string[] | undefined
}

/** Whether it is settled what the admin may do. */
export function areKnown({ usesRoles, hasAnswered, permissions }: StoreAnswers): boolean {
  return usesRoles ? permissions !== undefined : hasAnswered
}

/** Whether the admin may; nothing until it is known, everything where the store does not use roles. */
export function isAllowed(
  answers: StoreAnswers,
  resource: Resource,
  operation: Operation,
): boolean {
  return (
    areKnown(answers) &&
    (!answers.usesRoles || (answers.permissions ?? []).includes(`${resource}:${operation}`))
  )
}
