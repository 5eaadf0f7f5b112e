import { MEMBERSHIP_STATUSES, type MembershipStatus } from "../statuses.rules"

/** Whose move it is: the admin's, the customer's, or the store's, which works by itself. */
export const MEMBERSHIP_MOVES = ["admin", "customer", "store"] as const
export type MembershipMove = (typeof MEMBERSHIP_MOVES)[number]

/** What becomes of a server's members: `left` = it is disconnected, and nothing is taken back in it. */
const SERVER_STANDINGS = ["worked_on", "paused", "left"] as const
export type ServerStanding = (typeof SERVER_STANDINGS)[number]

/** Discord's code for a user who is banned. Only the server's people can lift that, though it is about the customer. */
export const BANNED = "40007"

/** All that decides whose move it is. Few values each, so that every combination can be listed for the database. */
export interface MoveFacts {
  status: MembershipStatus
  /** Due, but a canceled run holds it back. */
  held_back: boolean
  banned: boolean
  /** Whether Discord waits for them to accept the server's rules. */
  pending: boolean
  server: ServerStanding
}

/** @returns null when nobody has to do anything */
export function moveOf({
  status,
  held_back,
  banned,
  pending,
  server,
}: MoveFacts): MembershipMove | null {
  if (server === "left") {
    return null
  }
  if (status === "synced") {
    return pending ? "customer" : null
  }
  if (server === "paused" || held_back) {
    return "admin"
  }
  switch (status) {
    case "due":
    case "retrying":
      return "store"
    case "waiting_for_join":
    case "waiting_for_customer":
      return banned ? "admin" : "customer"
    case "waiting_for_admin":
      return "admin"
  }
}

const EITHER = [false, true]

/** Every combination of the facts in which the move is one of these. */
export function factsOf(moves: readonly MembershipMove[]): MoveFacts[] {
  return MEMBERSHIP_STATUSES.flatMap((status) =>
    SERVER_STANDINGS.flatMap((server) =>
      EITHER.flatMap((held_back) =>
        EITHER.flatMap((banned) =>
          EITHER.map((pending) => ({ status, server, held_back, banned, pending })),
        ),
      ),
    ),
  ).filter((facts) => {
    const move = moveOf(facts)
    return move !== null && moves.includes(move)
  })
}
