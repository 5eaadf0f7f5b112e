import fc from "fast-check"
import { DiscordMember } from "./run-plan"
import { anyWorld, run, sorted, expectedRoles, workable } from "./convergence-model"
import {
  someRoles,
  someLosses,
  CHAPTER,
  chapters,
  LAST,
  stranger,
  live,
  isOurs,
  Reckoning,
  deeds,
  act,
} from "./convergence-story"

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
