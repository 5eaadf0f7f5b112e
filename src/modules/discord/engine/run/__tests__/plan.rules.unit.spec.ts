import { nextStep } from "../plan.rules"
import {
  ANNOUNCED,
  ADOPTED,
  wants,
  gave,
  holds,
  state,
  rules,
  fresh,
  done,
  read,
  add,
  remove,
  join,
  forget,
  replace,
  type Row,
} from "./plan-cases"

describe("nothing to change costs no call", () => {
  it.each<Row>([
    ["when nothing is wanted and nothing was given", state(), done],
    [
      "when all that is wanted was given",
      state({ desired: wants("a", "b"), ledger: gave("a", "b") }),
      done,
    ],
    [
      "when what is wanted was adopted",
      state({ desired: wants("a"), ledger: new Map([["a", ADOPTED]]) }),
      done,
    ],
    [
      "when the user was never seen and nothing is wanted",
      state({ in_server: null, observed: null }),
      done,
    ],
    ["when the user left and nothing is wanted", state({ in_server: false }), done],
    [
      "whatever else the member holds",
      state({ desired: wants("a"), ledger: gave("a"), observed: holds("a", "moderator") }),
      done,
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("joining", () => {
  it.each<Row>([
    [
      "brings every role along in one call",
      state({ desired: wants("a", "b", "c"), in_server: false }),
      join("a", "b", "c"),
    ],
    [
      "is tried at once where it is not known whether the user is there",
      state({ desired: wants("a"), in_server: null, observed: null }),
      join("a"),
    ],
    [
      "leaves a blocked role behind",
      state({ desired: wants("a", "b"), in_server: false, blocked: new Set(["b"]) }),
      join("a"),
    ],
    [
      "waits when every role is blocked",
      state({ desired: wants("a"), in_server: false, blocked: new Set(["a"]) }),
      done,
    ],
    ["is never done for nothing", state({ in_server: null, observed: null }), done],
    [
      "cannot be done without the user's token: first see whether they are there",
      state({ desired: wants("a"), in_server: null, observed: null, can_join: false }),
      read,
    ],
    [
      "is the customer's when the plugin has just seen they are not there",
      fresh({ desired: wants("a"), in_server: false, can_join: false }),
      { kind: "wait_for_join" },
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("one or two changes are a call each", () => {
  it.each<Row>([
    ["a missing role is added", state({ desired: wants("a"), observed: holds() }), add("a")],
    [
      "of two missing the first is added first",
      state({ desired: wants("a", "b"), observed: holds() }),
      add("a"),
    ],
    ["a role no longer wanted is taken", state({ ledger: gave("a") }), remove("a")],
    ["of two not wanted the first is taken first", state({ ledger: gave("a", "b") }), remove("a")],
    [
      "an upgrade adds before it takes: no gap",
      state({ desired: wants("gold"), ledger: gave("silver") }),
      add("gold"),
    ],
    [
      "and then takes",
      state({ desired: wants("gold"), ledger: gave("silver", "gold") }),
      remove("silver"),
    ],
    [
      "a grant whose answer was lost is asked again",
      state({ desired: wants("a"), ledger: new Map([["a", ANNOUNCED]]), observed: holds() }),
      add("a"),
    ],
    [
      "a grant whose answer was lost, and that nobody wants any more, is taken",
      state({ ledger: new Map([["a", ANNOUNCED]]), observed: holds() }),
      remove("a"),
    ],
    [
      "a role is taken though nobody knows whether the member is still there",
      state({ ledger: gave("a"), in_server: null, observed: null }),
      remove("a"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })
})

describe("three changes or more are one read and one replacement", () => {
  const three = { desired: wants("a", "b", "c"), observed: holds("human") }

  it.each<Row>([
    ["reads first, so as not to undo what a moderator did since", state(three), read],
    [
      "then replaces the set, keeping what others gave",
      fresh(three),
      replace(["human", "a", "b", "c"], ["a", "b", "c"], []),
    ],
    [
      "adds and takes in that same call",
      fresh({ desired: wants("a", "b"), ledger: gave("old"), observed: holds("old", "human") }),
      replace(["human", "a", "b"], ["a", "b"], ["old"]),
    ],
    [
      "takes three at once",
      fresh({ ledger: gave("x", "y", "z"), observed: holds("x", "y", "z", "human") }),
      replace(["human"], [], ["x", "y", "z"]),
    ],
    [
      "keeps the roles it gave that are still wanted",
      fresh({
        desired: wants("keep", "a"),
        ledger: gave("keep", "x", "y"),
        observed: holds("keep", "x", "y"),
      }),
      replace(["keep", "a"], ["a"], ["x", "y"]),
    ],
    [
      "leaves a blocked role as it is",
      fresh({
        desired: wants("a", "b"),
        ledger: gave("x", "y"),
        observed: holds("x", "y"),
        blocked: new Set(["y"]),
      }),
      replace(["y", "a", "b"], ["a", "b"], ["x"]),
    ],
    [
      "falls back to single calls when less is to be done than it seemed",
      fresh({ desired: wants("a"), ledger: gave("x", "y"), observed: holds("x") }),
      forget("y"),
    ],
  ])("%s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })

  it.each<Row>([
    [
      "one is replaced when the rules say from one on",
      fresh({ desired: wants("a"), observed: holds("human"), ...rules({ patch_from: 1 }) }),
      replace(["human", "a"], ["a"], []),
    ],
    [
      "which rests on a read of this run too",
      state({ desired: wants("a"), observed: holds("human"), ...rules({ patch_from: 1 }) }),
      read,
    ],
    [
      "a single removal is replaced as well",
      fresh({ ledger: gave("x"), observed: holds("x", "human"), ...rules({ patch_from: 1 }) }),
      replace(["human"], [], ["x"]),
    ],
    [
      "three are a call each when the rules say never",
      fresh({ ...three, ...rules({ patch_from: Infinity }) }),
      add("a"),
    ],
  ])("the number is a rule: %s", (_case, member, expected) => {
    expect(nextStep(member)).toEqual(expected)
  })

  it("does not replace for two changes", () => {
    const two = fresh({ desired: wants("a"), ledger: gave("x"), observed: holds("x") })
    expect(nextStep(two)).toEqual(add("a"))
  })
})
