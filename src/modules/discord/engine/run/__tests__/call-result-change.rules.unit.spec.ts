import { addedBy, afterCall, announce, removedBy, type CallResult } from "../call-result.rules"
import { nextStep, type DiscordCall, type MemberState } from "../plan.rules"
import {
  GRANTED,
  ANNOUNCED,
  ADOPTED,
  TAKING_ADOPTED,
  WITHHELD,
  SENT_AT,
  afterSent,
  state,
  member,
  wants,
  ledger,
  kick,
  read,
  join,
  add,
  remove,
  replace,
  entriesOf,
  CHANGED,
} from "./call-result-cases"

describe("10007: not a member", () => {
  it.each([
    ["a read", read],
    ["an addition", add("b")],
    ["a removal", remove("a")],
    ["a replacement", replace(["b"], ["b"], ["a"])],
    ["a kick", kick],
  ])("as the answer to %s says that every role went with the member", (_case, call) => {
    const before = state({
      in_server: true,
      observed: new Set(["a", "human"]),
      ledger: ledger({ a: GRANTED, c: ADOPTED, d: ANNOUNCED, e: WITHHELD }),
      joined_by_us: true,
      pending_join: { sent_at: SENT_AT, role_ids: ["a"] },
    })
    const after = afterCall(before, call, { kind: "not_a_member" })
    expect(after).toMatchObject({
      in_server: false,
      fresh: true,
      joined_by_us: false,
      pending_join: null,
    })
    expect(after.ledger).toEqual(new Map())
    expect(after.observed).toEqual(new Set())
  })
})

it("a kick leaves what leaving leaves", () => {
  const before = state({
    in_server: true,
    observed: new Set(["a", "human"]),
    ledger: ledger({ a: ANNOUNCED, c: ADOPTED }),
    joined_by_us: true,
  })
  expect(afterCall(before, kick, { kind: "kicked" })).toEqual(
    afterCall(before, kick, { kind: "not_a_member" }),
  )
})

describe("a change that was carried out", () => {
  const seen = state({
    in_server: true,
    observed: new Set(["old", "human"]),
    ledger: ledger({ old: GRANTED, new: ANNOUNCED }),
  })

  it.each<[string, DiscordCall, CallResult, string[], MemberState["ledger"]]>([
    [
      "an added role is granted and held",
      add("new"),
      CHANGED,
      ["old", "human", "new"],
      ledger({ old: GRANTED, new: GRANTED }),
    ],
    [
      "a removed role is neither any more",
      remove("old"),
      CHANGED,
      ["human"],
      ledger({ new: ANNOUNCED }),
    ],
    [
      "a replacement does both",
      replace(["human", "new"], ["new"], ["old"]),
      { kind: "changed", member: member(["human", "new"]) },
      ["human", "new"],
      ledger({ new: GRANTED }),
    ],
    [
      "what Discord says is held counts, not what was asked for",
      replace(["human", "new"], ["new"], ["old"]),
      { kind: "changed", member: member(["human", "new", "booster"]) },
      ["human", "new", "booster"],
      ledger({ new: GRANTED }),
    ],
  ])("%s", (_case, call, result, observed, entries) => {
    const after = afterCall(seen, call, result)
    expect(after.observed).toEqual(new Set(observed))
    expect(after.ledger).toEqual(entries)
    expect(after.in_server).toBe(true)
  })

  it("teaches nothing of the roles of a member never seen", () => {
    const after = afterCall(state({ ledger: ledger({ old: GRANTED }) }), remove("old"), CHANGED)
    expect(after.observed).toBeNull()
  })

  it("does not make an old reading fresh", () => {
    expect(afterCall(seen, add("new"), CHANGED).fresh).toBe(false)
    expect(afterCall({ ...seen, fresh: true }, add("new"), CHANGED).fresh).toBe(true)
  })
})

it("leaves the state it was given as it was", () => {
  const before = () =>
    state({ in_server: true, observed: new Set(["old"]), ledger: ledger({ old: GRANTED }) })
  const given = before()
  afterCall(given, add("new"), CHANGED)
  afterCall(given, remove("old"), CHANGED)
  afterCall(given, read, { kind: "not_a_member" })
  expect(given).toEqual(before())
})

describe("before a call is sent, what it may do is written down", () => {
  const before = state({
    in_server: true,
    observed: new Set(["old", "had", "human"]),
    desired: wants("new"),
    ledger: ledger({ old: GRANTED, had: ADOPTED, gone: WITHHELD }),
    joined_by_us: true,
  })

  it.each<[string, DiscordCall, Partial<MemberState>]>([
    ["a read does nothing", read, {}],
    [
      "an addition may give",
      add("new"),
      { ledger: ledger({ ...entriesOf(before), new: ANNOUNCED }) },
    ],
    [
      "a removal may take",
      remove("old"),
      { ledger: ledger({ ...entriesOf(before), old: ANNOUNCED }) },
    ],
    [
      "a removal of a role the member had before is still known as that",
      remove("had"),
      { ledger: ledger({ ...entriesOf(before), had: TAKING_ADOPTED }) },
    ],
    [
      "a replacement may do both, and leaves what it only repeats",
      replace(["had", "human", "new"], ["new"], ["old"]),
      { ledger: ledger({ ...entriesOf(before), new: ANNOUNCED, old: ANNOUNCED }) },
    ],
    [
      "a kick may take everything that is there, and the member",
      kick,
      {
        in_server: null,
        ledger: ledger({ old: ANNOUNCED, had: TAKING_ADOPTED, gone: WITHHELD }),
      },
    ],
    [
      "a join may bring in the member and its roles",
      join("new"),
      { pending_join: { sent_at: SENT_AT, role_ids: ["new"] } },
    ],
  ])("%s", (_case, call, change) => {
    expect(announce(before, call, SENT_AT)).toEqual({ ...before, ...change })
  })

  it("of joins without an answer the first may have been carried out, with the roles of any", () => {
    const once = announce(before, join("new", "old"), SENT_AT)
    expect(announce(once, join("new", "more"), afterSent(60_000)).pending_join).toEqual({
      sent_at: SENT_AT,
      role_ids: ["new", "old", "more"],
    })
  })

  it("a read changes nothing, so that nothing has to be written", () => {
    expect(announce(before, read, SENT_AT)).toBe(before)
  })

  it.each([add("new"), remove("old"), replace(["had", "new"], ["new"], ["old"]), join("new")])(
    "what is announced already is not written again: $kind",
    (call) => {
      const once = announce(before, call, SENT_AT)
      expect(announce(once, call, afterSent(1_000))).toBe(once)
    },
  )

  it("leaves the state it was given as it was", () => {
    const given = { ...before, ledger: new Map(before.ledger), observed: new Set(before.observed) }
    for (const call of [add("new"), remove("old"), kick, join("new")]) {
      announce(before, call, SENT_AT)
    }
    expect(before).toEqual(given)
  })

  it.each([add("new"), remove("old"), replace(["had", "human", "new"], ["new"], ["old"])])(
    "and the answer settles it: $kind",
    (call) => {
      const after = afterCall(announce(before, call, SENT_AT), call, CHANGED)
      expect(after.ledger).toEqual(afterCall(before, call, CHANGED).ledger)
      expect([...after.ledger.values()].every(({ confirmed }) => confirmed)).toBe(true)
    },
  )
})

describe("a role bought again while the answer to its removal is lost", () => {
  const lost = announce(
    state({ in_server: true, ledger: ledger({ a: GRANTED }) }),
    remove("a"),
    SENT_AT,
  )
  const wanted = { ...lost, observed: new Set(["a"]), desired: wants("a") }

  it("is given again", () => {
    expect(nextStep(wanted)).toEqual({ kind: "call", call: add("a") })
  })

  it.each([
    ["held: the removal was not carried out, and it is ours as before", ["a"], { kind: "done" }],
    ["gone: it is given again", [], { kind: "call", call: add("a") }],
  ])("and when it is read first, is %s", (_case, held, expected) => {
    expect(nextStep(afterCall(wanted, read, { kind: "member", member: member(held) }))).toEqual(
      expected,
    )
  })
})

describe("what a call gives and takes", () => {
  it.each<[string, DiscordCall, string[], string[]]>([
    [
      "a join leaves nothing to announce: a 204 would not have applied its roles",
      join("a"),
      [],
      [],
    ],
    ["a read neither gives nor takes", read, [], []],
    ["an addition gives its role", add("a"), ["a"], []],
    ["a removal takes its role", remove("a"), [], ["a"]],
    ["a kick takes more than roles", kick, [], []],
    [
      "a replacement gives and takes only what changes",
      replace(["keep", "a"], ["a"], ["b"]),
      ["a"],
      ["b"],
    ],
  ])("%s", (_case, call, added, removed) => {
    expect(addedBy(call)).toEqual(added)
    expect(removedBy(call)).toEqual(removed)
  })
})
