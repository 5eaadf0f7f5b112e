import type { Told } from "../events.rules"
import {
  isOtherServer,
  isTugOfWar,
  laterOf,
  reactionTo,
  waitToRead,
  type KnownMember,
  type Reaction,
} from "../reaction.rules"

const JOINED = "2026-01-01T00:00:00.123456+00:00"
const about = { guild_id: "g", discord_user_id: "mia" }
const granted = { role_id: "gold", origin: "granted", confirmed: true } as const
const holder: KnownMember = {
  membership_id: "m",
  is_busy: false,
  in_server: true,
  joined_at: new Date("2026-01-01T00:00:00.123Z"),
  pending: false,
  error_code: null,
  is_owed: true,
  ledger: [granted],
}
const gone: KnownMember = { ...holder, in_server: false, joined_at: null, ledger: [] }
const present = (...role_ids: string[]): Told => ({
  ...about,
  kind: "present",
  role_ids,
  joined_at: JOINED,
  pending: false,
})
const told = (kind: "left" | "banned" | "unbanned"): Told => ({ ...about, kind })
const changed = (added: string[], removed: string[]): Told => ({
  ...about,
  kind: "changed",
  added,
  removed,
})
const LOOK: Reaction = { kind: "look", is_back: false }
const BACK: Reaction = { kind: "look", is_back: true }
const withheld = { ...holder, ledger: [{ ...granted, origin: "withheld" as const }] }

describe("what is done about a member who was told of", () => {
  it.each<[string, Told, KnownMember, Reaction]>([
    ["as the ledger says: no call", present("gold", "own"), holder, { kind: "note" }],
    ["somebody works on them: later", present(), { ...holder, is_busy: true }, { kind: "wait" }],
    ["a role was taken", present("own"), holder, LOOK],
    [
      "a role that may not have been given yet",
      present(),
      {
        ...holder,
        ledger: [{ ...granted, confirmed: false }],
      },
      { kind: "note" },
    ],
    ["what a moderator took stays away", present(), withheld, { kind: "note" }],
    ["what a moderator took was given again", present("gold"), withheld, LOOK],
    ["back again", present(), gone, BACK],
    [
      "left and back, unheard",
      present("gold"),
      {
        ...holder,
        joined_at: new Date("2025-01-01"),
      },
      BACK,
    ],
    ["back again, and owed nothing", present(), { ...gone, is_owed: false }, { kind: "note" }],
    [
      "since when they are in is not known",
      present("gold"),
      { ...holder, joined_at: null },
      {
        kind: "note",
      },
    ],
    ["left", told("left"), holder, { kind: "note_absent", is_banned: false }],
    [
      "kicked before they came back",
      { ...about, kind: "left", at: Date.parse("2025-12-31") },
      holder,
      { kind: "nothing" },
    ],
    [
      "kicked since",
      { ...about, kind: "left", at: Date.parse("2026-01-02") },
      holder,
      { kind: "note_absent", is_banned: false },
    ],
    ["left, which is known", told("left"), gone, { kind: "nothing" }],
    ["banned", told("banned"), gone, { kind: "note_absent", is_banned: true }],
    [
      "banned, which is known",
      told("banned"),
      { ...gone, error_code: "40007" },
      {
        kind: "nothing",
      },
    ],
    ["not banned any more", told("unbanned"), gone, LOOK],
    [
      "the same, and owed nothing",
      told("unbanned"),
      { ...gone, is_owed: false },
      {
        kind: "nothing",
      },
    ],
    [
      "banned and pardoned at once, so that only the pardon is read",
      told("unbanned"),
      holder,
      LOOK,
    ],
    ["the same, owed nothing any more", told("unbanned"), { ...holder, is_owed: false }, LOOK],
    ["a role of the ledger taken, by the audit log", changed([], ["gold"]), holder, LOOK],
    ["another one", changed([], ["own"]), holder, { kind: "nothing" }],
    ["one given by hand", changed(["gold"], []), holder, { kind: "nothing" }],
    ["one given again by hand", changed(["gold"], []), withheld, LOOK],
  ])("%s", (_, event, member, reaction) => {
    expect(reactionTo(event, member)).toEqual(reaction)
  })

  it("goes by the last word on a member, in which nothing is forgotten", () => {
    expect(laterOf(present("gold"), present())).toEqual(present())
    expect(laterOf(told("banned"), told("left"))).toEqual(told("banned"))
    expect(laterOf(told("left"), present())).toEqual(present())
    expect(laterOf(changed(["a"], ["b"]), changed(["c"], ["d"]))).toEqual(
      changed(["a", "c"], ["b", "d"]),
    )
  })

  it("ends a tug of war with another bot, for some minutes", () => {
    const often = Array.from({ length: 5 }, (_, i) => 1_000 * i)
    expect(isTugOfWar(often.slice(1), 5_000, { is_back: false })).toBe(false)
    expect(isTugOfWar(often, 5_000, { is_back: false })).toBe(true)
    expect(isTugOfWar(often, 5_000, { is_back: true })).toBe(false)
    expect(isTugOfWar(often, 700_000, { is_back: false })).toBe(false)
  })
})

describe("a server that was told of", () => {
  const role = {
    role_id: "r",
    name: "Gold",
    color: 0,
    position: 1,
    permissions: "0",
    managed: false,
  }
  const other = { ...role, role_id: "s", position: 2 }
  const server = { name: "Crowd", icon: null, roles: [role, other] }
  it.each<[string, typeof server, boolean]>([
    ["the same, in another order", { ...server, roles: [other, role] }, false],
    ["another name", { ...server, name: "Club" }, true],
    ["a role that was moved", { ...server, roles: [{ ...role, position: 3 }, other] }, true],
    ["a role less", { ...server, roles: [role] }, true],
  ])("is other or not: %s", (_, told_, isOther) => {
    expect(isOtherServer(told_, server)).toBe(isOther)
  })
})

describe("how long an event of a server waits until the server is read", () => {
  const every = (ms: number, times: number) => Array.from({ length: times }, (_, nth) => nth * ms)
  it.each<[string, number[], number, number]>([
    ["nobody read it yet", [], 0, 0],
    ["some changes after another", every(1_000, 4), 4_000, 0],
    ["another bot changes a role all the time", every(1_000, 5), 5_000, 145_000],
    ["it changed it long ago", every(1_000, 5), 150_000, 0],
  ])("%s", (_, reads, now, wait) => {
    expect(waitToRead(reads, now)).toBe(wait)
  })
})
