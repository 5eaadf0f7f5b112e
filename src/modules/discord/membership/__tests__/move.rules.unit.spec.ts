import { MEMBERSHIP_STATUSES } from "../../statuses.rules"
import {
  factsOf,
  MEMBERSHIP_MOVES,
  moveOf,
  type MembershipMove,
  type MoveFacts,
} from "../move.rules"

const FACTS: MoveFacts = {
  status: "due",
  held_back: false,
  banned: false,
  pending: false,
  server: "worked_on",
}

describe("whose move it is", () => {
  it.each<[why: string, facts: Partial<MoveFacts>, move: MembershipMove | null]>([
    ["somebody on their way", { status: "due" }, "store"],
    ["somebody who is tried again", { status: "retrying" }, "store"],
    ["somebody who has all", { status: "synced" }, null],
    ["somebody who has yet to accept the rules", { status: "synced", pending: true }, "customer"],
    ["somebody who is not in the server", { status: "waiting_for_join" }, "customer"],
    ["somebody whose account is full", { status: "waiting_for_customer" }, "customer"],
    ["somebody who is banned", { status: "waiting_for_customer", banned: true }, "admin"],
    ["somebody whose role the bot cannot give", { status: "waiting_for_admin" }, "admin"],
    ["somebody a canceled run holds back", { status: "due", held_back: true }, "admin"],
    ["somebody due in a paused server", { status: "due", server: "paused" }, "admin"],
    ["an absent one in a paused server", { status: "waiting_for_join", server: "paused" }, "admin"],
    ["somebody who has all in a paused server", { status: "synced", server: "paused" }, null],
    ["somebody due in a server that was left", { status: "due", server: "left" }, null],
    ["one that waits for the admin there", { status: "waiting_for_admin", server: "left" }, null],
    ["a newcomer there", { status: "synced", pending: true, server: "left" }, null],
  ])("%s", (_, facts, move) => {
    expect(moveOf({ ...FACTS, ...facts })).toBe(move)
  })

  it("is listed for the database, each combination under one move at most", () => {
    const listed = MEMBERSHIP_MOVES.flatMap((move) => factsOf([move]))
    expect(new Set(listed.map((facts) => JSON.stringify(facts))).size).toBe(listed.length)
    expect(factsOf(MEMBERSHIP_MOVES)).toHaveLength(listed.length)
    for (const move of MEMBERSHIP_MOVES) {
      expect(factsOf([move]).every((facts) => moveOf(facts) === move)).toBe(true)
    }
    expect(new Set(factsOf(["admin"]).map(({ status }) => status)).size).toBe(
      MEMBERSHIP_STATUSES.length - 1,
    )
  })
})
