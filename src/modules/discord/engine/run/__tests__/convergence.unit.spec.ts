import fc from "fast-check"
import { runPlan } from "./run-plan"
import {
  ROLES,
  MAX_STEPS,
  ENTRIES,
  anyWorld,
  wants,
  run,
  reachable,
  missingOf,
  endedOf,
  leaves,
  sorted,
  expectedRoles,
  knowsWhose,
  ownOf,
  workable,
} from "./convergence-model"
import { someLosses } from "./convergence-story"

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
        fc.pre(!inServer && state.in_server !== true && state.can_join)
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
