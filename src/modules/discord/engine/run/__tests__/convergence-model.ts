import fc from "fast-check"
import { type LedgerEntry, type MemberRules, type MemberState } from "../plan.rules"
import { DiscordMember, runPlan, type Loss } from "./run-plan"

export const ROLES = ["r1", "r2", "r3", "r4", "r5", "r6", "r7"]
/** Enough for: read, join (204), read, 10007, join again, each role once, and adopting or forgetting between the calls. */
export const MAX_STEPS = ROLES.length + 10
export const MAX_LOSSES = 4
/** When the join whose answer was lost was sent: the first call of a run comes a minute later. */
const JOIN_SENT_AT = new Date("2026-08-01T00:00:00Z")
const AN_EARLIER_STAY = new Date("2024-01-01T00:00:00Z")

export const ENTRIES = {
  none: null,
  granted: { origin: "granted", confirmed: true },
  announced: { origin: "granted", confirmed: false },
  adopted: { origin: "adopted", confirmed: true },
  adopted_announced: { origin: "adopted", confirmed: false },
  withheld: { origin: "withheld", confirmed: true },
} satisfies Record<string, LedgerEntry | null>

interface World {
  state: MemberState
  inServer: boolean
  held: string[]
  /** Whether it was the join whose answer was lost that brought the member in. */
  came: boolean
  /** Whether they left and came back since they were last seen, or were never seen. */
  returned: boolean
}

const anyRules: fc.Arbitrary<MemberRules> = fc.record({
  keep_adopted: fc.boolean(),
  restore_removed: fc.boolean(),
  kick: fc.boolean(),
  patch_from: fc.constantFrom(1, 2, 3, 3, 100),
})

/**
 * Any member in any state the plugin may find: what was seen last may be out of date in every respect. Left out is what
 * nothing tells the plugin in a run: without `verify`, a wanted role that a moderator took from a member who is still there,
 * or one that is restored though it was withheld. A ledger for somebody known to be away does not exist: it is emptied when
 * that is learnt. Whoever left and came back is told from who stayed by a look alone. A join is announced only for somebody who may be away, and of whom nothing has been read since.
 */
export const anyWorld: fc.Arbitrary<World> = fc
  .record({
    roles: fc.array(
      fc.record({
        wanted: fc.boolean(),
        entry: fc.constantFrom<keyof typeof ENTRIES>(
          "none",
          "none",
          "granted",
          "announced",
          "adopted",
          "adopted_announced",
          "withheld",
        ),
        held: fc.boolean(),
        seen: fc.boolean(),
        blocked: fc.constantFrom(true, false, false, false, false),
        joining: fc.boolean(),
      }),
      { minLength: ROLES.length, maxLength: ROLES.length },
    ),
    wantsAny: fc.constantFrom(true, true, true, false),
    inServer: fc.boolean(),
    believed: fc.constantFrom(true, false, null),
    everSeen: fc.boolean(),
    can_join: fc.boolean(),
    verify: fc.boolean(),
    joined_by_us: fc.boolean(),
    joining: fc.constantFrom(true, false, false),
    came: fc.boolean(),
    returned: fc.boolean(),
    rules: anyRules,
  })
  .map(({ roles, wantsAny, ...world }) => {
    const joining = world.joining && world.believed !== true
    const came = joining && world.came && world.inServer
    const returned = world.returned && world.verify && world.inServer
    const discord = new DiscordMember(world.inServer, new Set(), came ? 0 : undefined)
    const entryOf = (name: keyof typeof ENTRIES): LedgerEntry | null => {
      const isKnown = world.believed === true || (world.believed === null && name !== "withheld")
      // A kick, and a join, leave nothing confirmed behind.
      const entry = isKnown ? ENTRIES[name] : null
      if (entry?.origin === "withheld" && world.rules.restore_removed && !world.verify) {
        return null
      }
      return entry && { ...entry, confirmed: entry.confirmed && !joining }
    }
    const all = roles.map(({ wanted, entry, ...role }, at) => ({
      ...role,
      wanted: wanted && wantsAny,
      id: ROLES[at] ?? "",
      entry: entryOf(entry),
    }))
    const idsOf = (those: typeof all) => those.map(({ id }) => id)
    const isThere = ({ held, wanted, entry }: (typeof all)[number]) =>
      held || (!world.verify && !came && wanted && entry?.confirmed && entry.origin !== "withheld")
    return {
      inServer: world.inServer,
      came,
      returned,
      held: world.inServer ? idsOf(all.filter(isThere)) : [],
      state: {
        desired: wants(idsOf(all.filter(({ wanted }) => wanted))),
        ledger: new Map(all.flatMap(({ id, entry }) => (entry ? [[id, entry] as const] : []))),
        in_server: world.believed,
        observed: world.everSeen ? new Set(idsOf(all.filter(({ seen }) => seen))) : null,
        fresh: false,
        verify: world.verify,
        joined_by_us: world.joined_by_us && world.believed !== false,
        joined_at: returned ? AN_EARLIER_STAY : discord.joinedAt,
        pending: null,
        pending_join: joining
          ? { sent_at: JOIN_SENT_AT, role_ids: idsOf(all.filter((role) => role.joining)) }
          : null,
        tested: new Set<string>(),
        can_join: world.can_join,
        blocked: new Set(idsOf(all.filter(({ blocked }) => blocked))),
        rules: world.rules,
      },
    }
  })

export function wants(roles: string[]): MemberState["desired"] {
  return new Map(roles.map((role) => [role, "order"]))
}

export function run({ state, inServer, held, came }: World, losses: (Loss | null)[] = []) {
  const discord = new DiscordMember(inServer, new Set(held), came ? 0 : undefined)
  const maxSteps = MAX_STEPS + 4 * losses.length
  return { discord, ...runPlan(state, discord, { losses, maxSteps }) }
}

/** Wanted, and within the bot's reach. */
export const reachable = ({ desired, blocked }: MemberState) =>
  [...desired.keys()].filter((role) => !blocked.has(role))
export const missingOf = (state: MemberState) =>
  reachable(state).filter((role) => !state.ledger.get(role)?.confirmed)

/** What is left of the ledger once they are seen: a role given in an earlier stay went with it. */
const ledgerOf = ({ state, returned }: World): MemberState["ledger"] =>
  returned ? new Map([...state.ledger].filter(([, { confirmed }]) => !confirmed)) : state.ledger

/** A moderator took these away, from a member who is still there, and the settings say to respect that. */
function respected(world: World): string[] {
  const { state, inServer, held } = world
  const { rules, verify } = state
  return [...ledgerOf(world)]
    .filter(
      ([role, { origin, confirmed }]) =>
        inServer &&
        !rules.restore_removed &&
        confirmed &&
        !held.includes(role) &&
        (origin === "withheld" || verify),
    )
    .map(([role]) => role)
}

const wantedOf = (world: World) =>
  reachable(world.state).filter((role) => !respected(world).includes(role))

/** Given by the plugin, or standing in its care by the settings, and no longer wanted. */
export function endedOf(world: World): string[] {
  const { state, came } = world
  const { desired, blocked, rules, pending_join } = state
  return ROLES.filter((role) => {
    const origin = ledgerOf(world).get(role)?.origin
    const isOurs =
      origin === "granted" ||
      (origin === "adopted" && !rules.keep_adopted) ||
      (came && pending_join?.role_ids.includes(role))
    return isOurs && !desired.has(role) && !blocked.has(role)
  })
}

/** Given by the plugin, alone or with the join whose answer was lost. */
const isGranted = (world: World, role: string) =>
  ledgerOf(world).get(role)?.origin === "granted" ||
  (world.came && world.state.pending_join?.role_ids.includes(role) === true)

/** Brought in by the plugin in this stay, nothing they bought is left, and nothing else is theirs. */
export const leaves = (world: World) => {
  const { state, came, returned, held } = world
  const isOurs = (state.joined_by_us && !returned && knowsStay(world)) || came
  return (
    state.rules.kick &&
    state.desired.size === 0 &&
    isOurs &&
    held.every((role) => isGranted(world, role))
  )
}
const knowsStay = ({ state, inServer }: World) => !inServer || state.joined_at !== null

export const sorted = (roles: Iterable<string>) => [...new Set(roles)].sort()

export function expectedRoles(world: World): string[] {
  const ended = endedOf(world)
  return leaves(world)
    ? []
    : sorted([...world.held.filter((role) => !ended.includes(role)), ...wantedOf(world)])
}

/**
 * Whether the plugin can tell whose a wanted role is: it looks, or nobody gave one by hand since it last looked. With two
 * lost answers to calls for one role it cannot tell which of the two was carried out.
 */
export const knowsWhose = (world: World) => {
  const { state, held, came } = world
  // For who may be away, a join comes in place of the look.
  const looks = state.verify && (state.in_server === true || !state.can_join)
  return [...state.desired.keys()].every((role) => {
    const entry = ledgerOf(world).get(role)
    if (came && held.includes(role) && !entry) {
      return state.pending_join?.role_ids.includes(role)
    }
    if (looks || entry) {
      return looks || entry?.confirmed || entry?.origin !== "adopted"
    }
    return !held.includes(role) || !state.observed || state.observed.has(role)
  })
}

/** What is the member's own of what they hold. */
export function ownOf(world: World): string[] {
  return world.held.filter(
    (role) => !leaves(world) && !isGranted(world, role) && !endedOf(world).includes(role),
  )
}

/** Worlds in which something is to be done and can be. */
export const workable = (world: World) =>
  (world.inServer || world.state.can_join) &&
  (missingOf(world.state).length + endedOf(world).length > 0 || leaves(world))
