import { nextStepOf, type NextStep } from "../next-step"

type Standing = Parameters<typeof nextStepOf>[0]

const MEMBER: Standing = {
  status: "due",
  move: "store",
  held_back: false,
  error_code: null,
  error_owner: null,
  server: { status: "connected" },
}

describe("what to do next about a member", () => {
  it.each<[why: string, standing: Partial<Standing>, step: NextStep]>([
    ["who has all", { status: "synced", move: null }, "done"],
    [
      "whose server was left",
      { status: "waiting_for_admin", move: null, server: { status: "disconnected" } },
      "left",
    ],
    ["who is on their way", {}, "store"],
    ["who has yet to accept the rules", { status: "synced", move: "customer" }, "rules"],
    ["who is not in the server", { status: "waiting_for_join", move: "customer" }, "join"],
    [
      "whose account was deleted",
      { status: "waiting_for_customer", move: "customer", error_code: "10013" },
      "otherAccount",
    ],
    [
      "whose account is full",
      { status: "waiting_for_customer", move: "customer", error_code: "30001" },
      "customer",
    ],
    ["whose server is paused", { move: "admin", server: { status: "paused" } }, "paused"],
    ["whom a canceled run holds back", { move: "admin", held_back: true }, "heldBack"],
    [
      "who is banned",
      { status: "waiting_for_customer", move: "admin", error_code: "40007" },
      "banned",
    ],
    [
      "whom the plugin asked wrongly for",
      { status: "waiting_for_admin", move: "admin", error_owner: "bug" },
      "report",
    ],
    [
      "whose role the bot cannot give",
      { status: "waiting_for_admin", move: "admin", error_owner: "admin" },
      "mend",
    ],
  ])("%s", (_, standing, step) => {
    expect(nextStepOf({ ...MEMBER, ...standing })).toBe(step)
  })
})
