import type { GrantOrigin } from "../statuses.rules"
import type { Told, ToldServer } from "./events.rules"

/** What the store knows of a member who was told of. */
export interface KnownMember {
  membership_id: string
  /** Whether somebody works on them right now: what they do is told of as well. */
  is_busy: boolean
  in_server: boolean | null
  joined_at: Date | null
  pending: boolean | null
  error_code: string | null
  /** Whether they should hold anything. */
  is_owed: boolean
  ledger: { role_id: string; origin: GrantOrigin; confirmed: boolean }[]
}

export type Reaction =
  /** All is as the store believes it to be, or it is none of its business. */
  | { kind: "nothing" }
  /** What was told is all there is to know. */
  | { kind: "note" }
  /** They are in the server no more, and what they held is gone. */
  | { kind: "note_absent"; is_banned: boolean }
  /** Something is different: a look tells what, and the engine does the rest. */
  | { kind: "look"; is_back: boolean }
  /** Told again when nobody works on them any more: what the store did itself is no news. */
  | { kind: "wait" }

const NOTHING: Reaction = { kind: "nothing" }
const BANNED = "40007"

/**
 * What the store does about a member who was told of. The bot's own changes come back as events: they are what the ledger says
 * already, and cost no call.
 */
export function reactionTo(told: Told, member: KnownMember): Reaction {
  if (member.is_busy) {
    return { kind: "wait" }
  }
  switch (told.kind) {
    case "left":
    case "banned": {
      const is_banned = told.kind === "banned"
      if (told.kind === "left" && isBefore(told.at, member.joined_at)) {
        return NOTHING
      }
      const isKnown = member.in_server === false && (!is_banned || member.error_code === BANNED)
      return isKnown ? NOTHING : { kind: "note_absent", is_banned }
    }
    case "unbanned": {
      // In the server still, as far as the store knows: banned and pardoned at once, which is a kick that removes messages.
      const isStale = member.in_server === true && member.ledger.length > 0
      return member.is_owed || isStale ? { kind: "look", is_back: false } : NOTHING
    }
    case "changed":
      return isTouched(told, member) ? { kind: "look", is_back: false } : NOTHING
    case "present":
      return presence(told, member)
  }
}

function presence(told: Extract<Told, { kind: "present" }>, member: KnownMember): Reaction {
  const isBack = member.in_server !== true || isOtherStay(told.joined_at, member.joined_at)
  if (isBack) {
    const isConcerned = member.is_owed || member.ledger.length > 0
    return isConcerned ? { kind: "look", is_back: true } : { kind: "note" }
  }
  const held = new Set(told.role_ids)
  const isAsBelieved = member.ledger.every(
    ({ role_id, origin, confirmed }) =>
      // Nobody knows of what lost its answer: it is tried again in any case.
      !confirmed || held.has(role_id) === (origin !== "withheld"),
  )
  return isAsBelieved ? { kind: "note" } : { kind: "look", is_back: false }
}

/** The audit log may tell late of a kick: somebody who came back since holds what they were given then. */
function isBefore(at: number | undefined, joined: Date | null): boolean {
  return at !== undefined && joined !== null && at < joined.getTime()
}

/** Discord writes microseconds, the store keeps milliseconds. */
function isOtherStay(told: string | null, known: Date | null): boolean {
  return told !== null && known !== null && new Date(told).getTime() !== known.getTime()
}

function isTouched(
  { added, removed }: { added: readonly string[]; removed: readonly string[] },
  { ledger }: KnownMember,
): boolean {
  return ledger.some(({ role_id, origin }) =>
    (origin === "withheld" ? added : removed).includes(role_id),
  )
}

/** Of one user in one server the last word counts; that a banned one is gone as well says nothing new. */
export function laterOf(before: Told | undefined, now: Told): Told {
  if (before?.kind === "banned" && now.kind === "left") {
    return before
  }
  return before?.kind === "changed" && now.kind === "changed"
    ? {
        ...now,
        added: [...before.added, ...now.added],
        removed: [...before.removed, ...now.removed],
      }
    : now
}

/** Whether a server is other than the store knows it. Roles that Discord has no more are kept for who is mapped to them. */
export function isOtherServer(told: ToldServer, known: ToldServer): boolean {
  const key = ({ name, icon, roles }: ToldServer) =>
    JSON.stringify([
      name,
      icon,
      roles
        .map(({ role_id, name: role, color, position, permissions, managed }) =>
          [role_id, role, color, position, permissions, managed].join(),
        )
        .sort(),
    ])
  return key(told) !== key(known)
}

/** Looks at one member that events may cause within some minutes. Nobody comes and goes as fast as bots take roles. */
const LOOKS = { changed: 5, back: 30 }
const LOOKS_WITHIN_MS = 10 * 60_000

/**
 * Another bot may take what the store gives, as often as it is given. After some rounds the daily look has to do.
 *
 * @param looks when the member was looked at because of an event: Unix ms
 */
export function isTugOfWar(
  looks: readonly number[],
  now: number,
  { is_back }: { is_back: boolean },
): boolean {
  const lately = looks.filter((at) => at > now - LOOKS_WITHIN_MS).length
  return lately >= (is_back ? LOOKS.back : LOOKS.changed)
}

/** Reads of one server that events may cause: some at once, and one in half a minute after them. */
const READS = 5
const READS_WITHIN_MS = READS * 30_000

/**
 * Another bot may change a role every few seconds, for ever.
 *
 * @param reads when the server was read because of an event: Unix ms, the last of them last
 * @returns how long to wait until it is read again: ms
 */
export function waitToRead(reads: readonly number[], now: number): number {
  const earliest = reads.at(-READS)
  return earliest === undefined ? 0 : Math.max(0, earliest + READS_WITHIN_MS - now)
}
