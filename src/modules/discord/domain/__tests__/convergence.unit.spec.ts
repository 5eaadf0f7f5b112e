import fc from "fast-check"
import type { LedgerEntry, MemberState } from "../plan"
import { DiscordMember, runPlan, type Kept, type Loss } from "./run-plan"

const ROLES = ["r1", "r2", "r3", "r4", "r5", "r6", "r7"]
/** Enough for: join (204), read, 10007, join again, each role once, and adopting or forgetting between the calls. */
const MAX_STEPS = ROLES.length + 8
const MAX_LOSSES = 4

const ENTRIES: Record<string, LedgerEntry | null> = {
  none: null,
  granted: { origin: "granted", confirmed: true },
  announced: { origin: "granted", confirmed: false },
  adopted: { origin: "adopted", confirmed: true },
}

interface World {
  state: MemberState
  inServer: boolean
  held: string[]
}

/**
 * Any member in any state the plugin may find: what was seen last may be out of date in every respect. Left out is what
 * nothing tells the plugin in a run: a wanted role that a moderator took from a member who is still there, and a user who
 * came by another way after they were seen to be away, and whom the plugin cannot join. A ledger for somebody known to be
 * away does not exist: it is emptied when that is learnt.
 */
const anyWorld: fc.Arbitrary<World> = fc
  .record({
    roles: fc.array(
      fc.record({
        wanted: fc.boolean(),
        entry: fc.constantFrom("none", "none", "granted", "announced", "adopted"),
        held: fc.boolean(),
        seen: fc.boolean(),
        blocked: fc.constantFrom(true, false, false, false, false),
      }),
      { minLength: ROLES.length, maxLength: ROLES.length },
    ),
    inServer: fc.boolean(),
    believed: fc.constantFrom(true, false, null),
    everSeen: fc.boolean(),
    can_join: fc.boolean(),
  })
  .filter(({ believed, inServer, can_join }) => believed !== false || !inServer || can_join)
  .map(({ roles, inServer, believed, everSeen, can_join }) => {
    const all = roles.map((role, at) => ({
      ...role,
      id: ROLES[at] ?? "",
      entry: believed === false ? null : (ENTRIES[role.entry] ?? null),
    }))
    const idsOf = (those: typeof all) => those.map(({ id }) => id)
    return {
      inServer,
      held: inServer
        ? idsOf(all.filter(({ held, wanted, entry }) => held || (wanted && entry?.confirmed)))
        : [],
      state: {
        desired: wants(idsOf(all.filter(({ wanted }) => wanted))),
        ledger: new Map(all.flatMap(({ id, entry }) => (entry ? [[id, entry] as const] : []))),
        in_server: believed,
        observed: everSeen ? new Set(idsOf(all.filter(({ seen }) => seen))) : null,
        fresh: false,
        can_join,
        blocked: new Set(idsOf(all.filter(({ blocked }) => blocked))),
      },
    }
  })

function wants(roles: string[]): MemberState["desired"] {
  return new Map(roles.map((role) => [role, "order"]))
}

function run({ state, inServer, held }: World, losses: (Loss | null)[] = []) {
  const discord = new DiscordMember(inServer, new Set(held))
  const maxSteps = MAX_STEPS + 3 * losses.length
  return { discord, ...runPlan({ state, joinSentAt: null }, discord, { losses, maxSteps }) }
}

/** Wanted, and within the bot's reach. */
const wantedOf = ({ desired, blocked }: MemberState) =>
  [...desired.keys()].filter((role) => !blocked.has(role))
const missingOf = (state: MemberState) =>
  wantedOf(state).filter((role) => !state.ledger.get(role)?.confirmed)
/** Given by the plugin, and no longer wanted. */
const endedOf = ({ ledger, desired, blocked }: MemberState) =>
  [...ledger]
    .filter(
      ([role, { origin }]) => origin === "granted" && !desired.has(role) && !blocked.has(role),
    )
    .map(([role]) => role)

const sorted = (roles: Iterable<string>) => [...new Set(roles)].sort()

function expectedRoles({ state, held }: World): string[] {
  const ended = endedOf(state)
  return sorted([...held.filter((role) => !ended.includes(role)), ...wantedOf(state)])
}

/** Worlds in which something is to be done and can be. */
const workable = ({ state, inServer }: World) =>
  (inServer || state.can_join) && missingOf(state).length + endedOf(state).length > 0

describe("from any state", () => {
  it("ends with what was held, less what was given and has ended, and all that is wanted", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable), (world) => {
        const { discord, end } = run(world)
        expect(sorted(discord.roles)).toEqual(expectedRoles(world))
        expect(end).toBe("done")
      }),
      { numRuns: 2_000 },
    )
  })

  it("takes no role that was not given by the plugin, nor one that is wanted", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        for (const { gained, role } of run(world).discord.changes) {
          expect(gained || endedOf(world.state).includes(role)).toBe(true)
        }
      }),
      { numRuns: 1_000 },
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
      { numRuns: 1_000 },
    )
  })

  it("asks Discord nothing when nothing is to change", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const ledger = new Map([...world.state.ledger].filter(([, { confirmed }]) => confirmed))
        const state = { ...world.state, ledger, desired: wants([...ledger.keys()]) }
        const { discord, end } = run({ ...world, state })
        expect(discord.calls).toEqual([])
        expect(end).toBe("done")
      }),
    )
  })

  it("brings a newcomer in with all roles in a single call", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { state, inServer } = world
        fc.pre(!inServer && state.in_server !== true && state.can_join)
        fc.pre(missingOf(state).length > 0)
        expect(run(world).discord.calls).toEqual([{ kind: "join", role_ids: wantedOf(state) }])
      }),
    )
  })

  it("changes a known member with a call for each of two roles, or one replacement for more", () => {
    fc.assert(
      fc.property(anyWorld, (world) => {
        const { state, inServer } = world
        fc.pre(inServer && state.in_server === true)
        const { calls } = run(world).discord
        const reads = calls.filter(({ kind }) => kind === "read_member").length
        const changes = missingOf(state).length + endedOf(state).length
        expect(reads).toBeLessThanOrEqual(1)
        // Of three the read may show one as held or gone already, which leaves two.
        expect(calls.length - reads).toBeLessThanOrEqual(Math.min(changes, 2))
      }),
      { numRuns: 1_000 },
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

  it("has nothing left to ask a second time", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable), (world) => {
        const { discord, state, joinSentAt } = run(world)
        const asked = discord.calls.length
        const again = { state: { ...state, fresh: false }, joinSentAt }
        const { end } = runPlan(again, discord, { maxSteps: 1 })
        expect(end).toBe("done")
        expect(discord.calls.length).toBe(asked)
      }),
    )
  })
})

const someRoles = fc.subarray(ROLES)
const someLosses = fc.array(fc.constantFrom<(Loss | null)[]>("unsent", "carried_out", null), {
  maxLength: MAX_LOSSES,
})

const stranger = (can_join: boolean): Kept => ({
  joinSentAt: null,
  state: {
    desired: new Map(),
    ledger: new Map(),
    in_server: null,
    observed: null,
    fresh: false,
    can_join,
    blocked: new Set(),
  },
})

const wanting = (kept: Kept, roles: string[]): Kept => ({
  ...kept,
  state: { ...kept.state, desired: wants(roles), fresh: false },
})

const LOSSY = { maxSteps: MAX_STEPS + 3 * MAX_LOSSES }

describe("when answers are lost", () => {
  it("the retry ends in the same roles", () => {
    fc.assert(
      fc.property(anyWorld.filter(workable), someLosses, (world, losses) => {
        expect(sorted(run(world, losses).discord.roles)).toEqual(expectedRoles(world))
      }),
      { numRuns: 2_000 },
    )
  })

  it("a member of the server holds in the end what they held before the plugin came", () => {
    const chapters = fc.array(
      fc.record({ roles: someRoles, losses: someLosses, stops: fc.boolean() }),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(someRoles, fc.boolean(), chapters, (before, canJoin, story) => {
        const discord = new DiscordMember(true, new Set(before))
        let kept = stranger(canJoin)
        for (const { roles, losses, stops } of story) {
          kept = runPlan(wanting(kept, roles), discord, { ...LOSSY, losses, stops })
        }
        runPlan(wanting(kept, []), discord, LOSSY)
        expect(sorted(discord.roles)).toEqual(sorted(before))
      }),
      { numRuns: 2_000 },
    )
  })

  it("a newcomer holds after every change what is wanted, and in the end nothing", () => {
    const chapters = fc.array(fc.record({ roles: someRoles, losses: someLosses }), { maxLength: 5 })
    fc.assert(
      fc.property(chapters, (story) => {
        const discord = new DiscordMember(false, new Set())
        let kept = stranger(true)
        for (const { roles, losses } of [...story, { roles: [], losses: [] }]) {
          kept = runPlan(wanting(kept, roles), discord, { ...LOSSY, losses })
          expect(sorted(discord.roles)).toEqual(sorted(roles))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})
