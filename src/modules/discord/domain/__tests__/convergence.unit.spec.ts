import fc from "fast-check"
import { DEFAULT_RULES, type LedgerEntry, type MemberRules, type MemberState } from "../plan"
import { DiscordMember, runPlan, type Ending, type Loss, type Taken } from "./run-plan"

const ROLES = ["r1", "r2", "r3", "r4", "r5", "r6", "r7"]
/** Enough for: read, join (204), read, 10007, join again, each role once, and adopting or forgetting between the calls. */
const MAX_STEPS = ROLES.length + 10
const MAX_LOSSES = 4
/** When the join whose answer was lost was sent: the first call of a run comes a minute later. */
const JOIN_SENT_AT = new Date("2026-08-01T00:00:00Z")

const ENTRIES = {
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
 * that is learnt. A join is announced only for somebody who may be away, and of whom nothing has been read since.
 */
const anyWorld: fc.Arbitrary<World> = fc
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
    rules: anyRules,
  })
  .map(({ roles, wantsAny, ...world }) => {
    const joining = world.joining && world.believed !== true
    const came = joining && world.came && world.inServer
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
      held: world.inServer ? idsOf(all.filter(isThere)) : [],
      state: {
        desired: wants(idsOf(all.filter(({ wanted }) => wanted))),
        ledger: new Map(all.flatMap(({ id, entry }) => (entry ? [[id, entry] as const] : []))),
        in_server: world.believed,
        observed: world.everSeen ? new Set(idsOf(all.filter(({ seen }) => seen))) : null,
        fresh: false,
        verify: world.verify,
        joined_by_us: world.joined_by_us && world.believed !== false,
        pending_join: joining
          ? { sent_at: JOIN_SENT_AT, role_ids: idsOf(all.filter((role) => role.joining)) }
          : null,
        can_join: world.can_join,
        blocked: new Set(idsOf(all.filter(({ blocked }) => blocked))),
        rules: world.rules,
      },
    }
  })

function wants(roles: string[]): MemberState["desired"] {
  return new Map(roles.map((role) => [role, "order"]))
}

function run({ state, inServer, held, came }: World, losses: (Loss | null)[] = []) {
  const discord = new DiscordMember(inServer, new Set(held), came ? 0 : undefined)
  const maxSteps = MAX_STEPS + 4 * losses.length
  return { discord, ...runPlan(state, discord, { losses, maxSteps }) }
}

/** Wanted, and within the bot's reach. */
const reachable = ({ desired, blocked }: MemberState) =>
  [...desired.keys()].filter((role) => !blocked.has(role))
const missingOf = (state: MemberState) =>
  reachable(state).filter((role) => !state.ledger.get(role)?.confirmed)

/** A moderator took these away, from a member who is still there, and the settings say to respect that. */
function respected({ state, inServer, held }: World): string[] {
  const { ledger, rules, verify } = state
  return [...ledger]
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
function endedOf({ state, came }: World): string[] {
  const { ledger, desired, blocked, rules, pending_join } = state
  return ROLES.filter((role) => {
    const origin = ledger.get(role)?.origin
    const isOurs =
      origin === "granted" ||
      (origin === "adopted" && !rules.keep_adopted) ||
      (came && pending_join?.role_ids.includes(role))
    return isOurs && !desired.has(role) && !blocked.has(role)
  })
}

/** Brought in by the plugin, and nothing they bought is left. */
const leaves = ({ state, came }: World) =>
  state.rules.kick && state.desired.size === 0 && (state.joined_by_us || came)

const sorted = (roles: Iterable<string>) => [...new Set(roles)].sort()

function expectedRoles(world: World): string[] {
  const ended = endedOf(world)
  return leaves(world)
    ? []
    : sorted([...world.held.filter((role) => !ended.includes(role)), ...wantedOf(world)])
}

/**
 * Whether the plugin can tell whose a wanted role is: it looks, or nobody gave one by hand since it last looked. With two
 * lost answers to calls for one role it cannot tell which of the two was carried out.
 */
const knowsWhose = ({ state, held, came }: World) =>
  [...state.desired.keys()].every((role) => {
    const entry = state.ledger.get(role)
    if (came && held.includes(role) && !entry) {
      return state.pending_join?.role_ids.includes(role)
    }
    if (state.verify || entry) {
      return state.verify || entry?.confirmed || entry?.origin !== "adopted"
    }
    return !held.includes(role) || !state.observed || state.observed.has(role)
  })

/** What is the member's own of what they hold. */
function ownOf(world: World): string[] {
  const { state, held, came } = world
  const { ledger, pending_join } = state
  return held.filter(
    (role) =>
      !leaves(world) &&
      ledger.get(role)?.origin !== "granted" &&
      !(came && pending_join?.role_ids.includes(role)) &&
      !endedOf(world).includes(role),
  )
}

/** Worlds in which something is to be done and can be. */
const workable = (world: World) =>
  (world.inServer || world.state.can_join) &&
  (missingOf(world.state).length + endedOf(world).length > 0 || leaves(world))

describe("from any state", () => {
  it("ends with what was held, less what was given and has ended, and all that is wanted", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable), (world) => {
        const { discord, end } = run(world)
        expect(sorted(discord.roles)).toEqual(expectedRoles(world))
        expect(end).toBe("done")
      }),
      { numRuns: 1_500 },
    )
  })

  it("somebody told to look at finds what is wanted even when nothing seemed to be missing", () => {
    const looked = anyWorld.filter(({ state, inServer }) => state.verify && inServer)
    fc.assert(
      fc.property(looked, (world) => {
        const { discord, end } = run(world)
        expect(sorted(discord.roles)).toEqual(expectedRoles(world))
        expect(end).toBe("done")
      }),
      { numRuns: 700 },
    )
  })

  it("takes no role that was not given by the plugin, nor one that is wanted", () => {
    fc.assert(
      fc.property(
        anyWorld.filter((world) => !leaves(world)),
        (world) => {
          for (const { gained, role } of run(world).discord.changes) {
            expect(gained || endedOf(world).includes(role)).toBe(true)
          }
        },
      ),
      { numRuns: 700 },
    )
  })

  it("takes a member out only when the plugin brought them in, nothing is left and the settings say so", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { discord } = run(world)
        const kicks = discord.calls.filter(({ kind }) => kind === "kick").length
        expect(kicks).toBeLessThanOrEqual(leaves(world) ? 1 : 0)
        if (world.inServer) {
          expect(discord.inServer).toBe(!leaves(world))
        }
      }),
      { numRuns: 700 },
    )
  })

  it("gives every role before it takes any: no gap", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { changes } = run(world).discord
        const firstLoss = changes.findIndex(({ gained }) => !gained)
        const afterwards = firstLoss < 0 ? [] : changes.slice(firstLoss)
        expect(afterwards.filter(({ gained }) => gained)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it("asks Discord nothing when nothing is to change", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const ledger = new Map([...world.state.ledger].filter(([, { confirmed }]) => confirmed))
        const desired = wants([...ledger.keys()])
        fc.pre(desired.size > 0 || !world.state.joined_by_us)
        const state = { ...world.state, ledger, desired, verify: false, pending_join: null }
        const { discord, end } = run({ ...world, state })
        expect(discord.calls).toEqual([])
        expect(end).toBe("done")
      }),
    )
  })

  it("asks Discord one thing when it was told to look and nothing has changed", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const ledger = new Map(world.held.map((role) => [role, ENTRIES.granted]))
        const desired = wants(world.held)
        fc.pre(world.inServer && desired.size > 0)
        const state = { ...world.state, ledger, desired, verify: true, pending_join: null }
        const { discord, end } = run({ ...world, state })
        expect(discord.calls).toEqual([{ kind: "read_member" }])
        expect(end).toBe("done")
      }),
    )
  })

  it("brings a newcomer in with all roles in a single call", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { state, inServer } = world
        fc.pre(!inServer && state.in_server !== true && state.can_join && !state.verify)
        fc.pre(missingOf(state).length > 0)
        expect(run(world).discord.calls).toEqual([{ kind: "join", role_ids: reachable(state) }])
      }),
    )
  })

  it("changes a known member with a call for each role below the threshold, or one replacement", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { state, inServer } = world
        fc.pre(inServer && state.in_server === true && !leaves(world))
        const { calls } = run(world).discord
        const reads = calls.filter(({ kind }) => kind === "read_member").length
        const restored = state.verify ? ROLES.length : 0
        const changes = missingOf(state).length + endedOf(world).length + restored
        expect(reads).toBeLessThanOrEqual(1)
        // Of those a read may show some as held or gone already, which leaves less than it takes for a replacement.
        const most = Math.max(1, state.rules.patch_from - 1)
        expect(calls.length - reads).toBeLessThanOrEqual(Math.min(changes, most))
      }),
      { numRuns: 700 },
    )
  })

  it("waits for the customer only when there is no way in", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { end, discord } = run(world)
        fc.pre(end === "wait_for_join")
        expect(discord.inServer || world.state.can_join).toBe(false)
      }),
    )
  })

  it("leaves, when all that is wanted has ended, what was there before and nothing else", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable).filter(knowsWhose), someLosses, (world, losses) => {
        const { discord, state } = run(world, losses)
        const rules = { ...state.rules, keep_adopted: true, kick: false }
        const over = { ...state, desired: wants([]), blocked: new Set<string>(), rules }
        expect(runPlan(over, discord, { maxSteps: MAX_STEPS }).end).toBe("done")
        expect(sorted(discord.roles)).toEqual(sorted(ownOf(world)))
      }),
      { numRuns: 700 },
    )
  })

  it("has nothing left to ask a second time", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable), (world) => {
        const { discord, state } = run(world)
        const asked = discord.calls.length
        const { end } = runPlan({ ...state, verify: false }, discord, { maxSteps: 1 })
        expect(end).toBe("done")
        expect(discord.calls.length).toBe(asked)
      }),
      { numRuns: 500 },
    )
  })
})

const someRoles = fc.subarray(ROLES)
const someLosses = fc.array(fc.constantFrom<(Loss | null)[]>("unsent", "carried_out", null), {
  maxLength: MAX_LOSSES,
})
/** One piece of a member's story: what they are entitled to now, and how the calls fare. */
interface Chapter {
  roles: string[]
  losses: (Loss | null)[]
  /** Whether the run stops at its first loss, and the next begins with other entitlements. */
  stops: boolean
  verify: boolean
  patch_from: number
}
const CHAPTER = {
  roles: someRoles,
  losses: someLosses,
  stops: fc.boolean(),
  verify: fc.boolean(),
  patch_from: fc.constantFrom(1, 3, 3, 100),
}
const chapters = fc.array(fc.record(CHAPTER), { maxLength: 6 })
const LAST: Chapter = { roles: [], losses: [], stops: false, verify: false, patch_from: 3 }

const stranger = (can_join: boolean, rules: Partial<MemberRules> = {}): MemberState => ({
  desired: new Map(),
  ledger: new Map(),
  in_server: null,
  observed: null,
  fresh: false,
  verify: false,
  joined_by_us: false,
  pending_join: null,
  can_join,
  blocked: new Set(),
  rules: { ...DEFAULT_RULES, ...rules },
})

const LOSSY = { maxSteps: MAX_STEPS + 4 * MAX_LOSSES }

function live(state: MemberState, discord: DiscordMember, next: Chapter): Ending {
  const { roles, losses, stops, verify, patch_from } = next
  const rules = { ...state.rules, patch_from }
  return runPlan({ ...state, desired: wants(roles), verify, rules }, discord, {
    ...LOSSY,
    losses,
    stops,
  })
}

/** What the plugin may take: what it gave, and nobody wants any more. */
const isOurs = ({ entry, wanted }: Taken) => entry?.origin === "granted" && !wanted

describe("when answers are lost", () => {
  it("the retry ends in the same roles", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable), someLosses, (world, losses) => {
        const { discord, end } = run(world, losses)
        expect(sorted(discord.roles)).toEqual(expectedRoles(world))
        expect(end).toBe("done")
      }),
      { numRuns: 1_500 },
    )
  })

  it("a member of the server holds what they held before the plugin came, and what is wanted", () => {
    fc.assert(
      fc.property(someRoles, fc.boolean(), chapters, (before, canJoin, story) => {
        const discord = new DiscordMember(true, new Set(before))
        let state = stranger(canJoin, { kick: true })
        for (const next of [...story, LAST]) {
          const ending = live(state, discord, next)
          state = ending.state
          expect(ending.taken.filter((taken) => !isOurs(taken))).toEqual([])
          expect([...discord.roles]).toEqual(expect.arrayContaining(before))
          if (ending.end !== "stopped") {
            expect(sorted(discord.roles)).toEqual(sorted([...before, ...next.roles]))
          }
        }
        expect(sorted(discord.roles)).toEqual(sorted(before))
        expect(discord.inServer).toBe(true)
      }),
      { numRuns: 700 },
    )
  })

  it("a newcomer holds after every change what is wanted, and in the end nothing", () => {
    fc.assert(
      fc.property(chapters, (story) => {
        const discord = new DiscordMember(false, new Set())
        let state = stranger(true)
        for (const next of [...story, LAST]) {
          const ending = live(state, discord, next)
          state = ending.state
          expect(ending.taken.filter((taken) => !isOurs(taken))).toEqual([])
          if (ending.end !== "stopped") {
            expect(sorted(discord.roles)).toEqual(sorted(next.roles))
          }
        }
        expect([...discord.roles]).toEqual([])
      }),
      { numRuns: 700 },
    )
  })

  it("a newcomer who is to leave at the end leaves, comes back with every role, and leaves again", () => {
    const kicking = fc.array(
      fc.record({ ...CHAPTER, roles: fc.oneof(fc.constant<string[]>([]), someRoles) }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(kicking, (story) => {
        const discord = new DiscordMember(false, new Set())
        let state = stranger(true, { kick: true })
        for (const next of [...story, LAST]) {
          const ending = live(state, discord, next)
          state = ending.state
          expect(ending.taken.filter((taken) => !isOurs(taken))).toEqual([])
          if (ending.end !== "stopped") {
            expect(sorted(discord.roles)).toEqual(sorted(next.roles))
            expect(discord.inServer).toBe(next.roles.length > 0)
          }
        }
        expect(discord.inServer).toBe(false)
        expect(state).toMatchObject({ joined_by_us: false, pending_join: null })
        expect(state.ledger.size).toBe(0)
      }),
      { numRuns: 700 },
    )
  })
})

/** What a moderator, or the member, does in Discord between two runs. */
type Deed = { kind: "gives" | "takes"; role: string } | { kind: "leaves" }

const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom("gives" as const, "takes" as const),
      role: fc.constantFrom(...ROLES),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Deed>({ kind: "leaves" }) },
)

/** What should be held, reckoned without the plugin's ledger. */
class Reckoning {
  /** Roles that are the member's own: had before, or given by hand. */
  readonly own: Set<string>
  readonly withheld = new Set<string>()

  constructor(before: string[]) {
    this.own = new Set(before)
  }

  note(done: Deed, { inServer, roles: held }: DiscordMember, wanted: string[]): void {
    switch (done.kind) {
      case "gives":
        if (inServer && !held.has(done.role)) {
          this.own.add(done.role)
          this.withheld.delete(done.role)
        }
        break
      case "takes":
        this.own.delete(done.role)
        if (held.has(done.role) && wanted.includes(done.role)) {
          this.withheld.add(done.role)
        }
        break
      case "leaves":
        this.own.clear()
        this.withheld.clear()
    }
  }

  /** @param respects whether a wanted role that was taken away stays away */
  expected(wanted: string[], respects: boolean): string[] {
    // A role that is not wanted at a run is forgotten: bought again, it is given again.
    this.withheld.forEach((role) => wanted.includes(role) || this.withheld.delete(role))
    const given = wanted.filter((role) => !respects || !this.withheld.has(role))
    return sorted([...this.own, ...given])
  }
}

/** Taken and given back between two looks is seen by nobody, so each role changes once. */
const deeds = fc.uniqueArray(deed, {
  maxLength: 3,
  selector: (each) => (each.kind === "leaves" ? each.kind : each.role),
})

describe("when people change roles by hand, and the plugin is told to look", () => {
  it.each([
    ["what was taken away is given again", true],
    ["what was taken away stays away while it is wanted, unless it is given by hand", false],
  ])("%s; what was given stays", (_case, restore_removed) => {
    const story = fc.array(fc.record({ ...CHAPTER, deeds }), { maxLength: 6 })
    fc.assert(
      fc.property(someRoles, story, (before, all) => {
        const discord = new DiscordMember(true, new Set(before))
        const reckoning = new Reckoning(before)
        let state = stranger(true, { restore_removed })
        let wanted: string[] = []
        for (const { deeds: done, ...next } of [...all, { ...LAST, deeds: [] }]) {
          for (const each of done) {
            reckoning.note(each, discord, wanted)
            act(discord, each)
          }
          const { state: after, taken } = live(state, discord, {
            ...next,
            stops: false,
            verify: true,
          })
          state = after
          wanted = next.roles
          expect(sorted(discord.roles)).toEqual(reckoning.expected(wanted, !restore_removed))
          expect(taken.filter((each) => !isOurs(each))).toEqual([])
        }
      }),
      { numRuns: 700 },
    )
  })
})

function act(discord: DiscordMember, done: Deed): void {
  switch (done.kind) {
    case "gives":
      if (discord.inServer) {
        discord.answer({ kind: "add_role", role_id: done.role })
      }
      break
    case "takes":
      discord.answer({ kind: "remove_role", role_id: done.role })
      break
    case "leaves":
      discord.leave()
  }
}
