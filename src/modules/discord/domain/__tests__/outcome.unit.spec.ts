import {
  addedBy,
  afterCall,
  joinedByUs,
  removedBy,
  type CallResult,
  type MemberFacts,
} from "../outcome"
import type { DiscordCall, LedgerEntry, MemberState } from "../plan"

const GRANTED: LedgerEntry = { origin: "granted", confirmed: true }
const ANNOUNCED: LedgerEntry = { origin: "granted", confirmed: false }
const ADOPTED: LedgerEntry = { origin: "adopted", confirmed: true }
const NO_JOIN = { join_sent_at: null }
const SENT_AT = new Date("2026-08-01T12:00:00Z")
const afterSent = (ms: number) => new Date(SENT_AT.getTime() + ms)

const state = (over: Partial<MemberState> = {}): MemberState => ({
  desired: new Map(),
  ledger: new Map(),
  in_server: null,
  observed: null,
  fresh: false,
  can_join: true,
  blocked: new Set(),
  ...over,
})
const member = (role_ids: string[], joined_at: Date | null = null): MemberFacts => ({
  role_ids,
  joined_at,
})
const wants = (...roles: string[]) => new Map(roles.map((role) => [role, "order"]))
const ledger = (entries: Record<string, LedgerEntry>) => new Map(Object.entries(entries))

const read: DiscordCall = { kind: "read_member" }
const join = (...role_ids: string[]): DiscordCall => ({ kind: "join", role_ids })
const add = (role_id: string): DiscordCall => ({ kind: "add_role", role_id })
const remove = (role_id: string): DiscordCall => ({ kind: "remove_role", role_id })
const replace = (role_ids: string[], added: string[], removed: string[]): DiscordCall => ({
  kind: "set_roles",
  role_ids,
  added,
  removed,
})
const CHANGED: CallResult = { kind: "changed", role_ids: null }

describe("201 to a join", () => {
  const after = afterCall(
    state({ in_server: false, desired: wants("a", "b") }),
    join("a", "b"),
    { kind: "joined", member: member(["a", "b"]) },
    NO_JOIN,
  )

  it("grants every role that came along", () => {
    expect(after.ledger).toEqual(ledger({ a: GRANTED, b: GRANTED }))
  })

  it("shows the member, from now on and for this run", () => {
    expect(after).toMatchObject({ in_server: true, fresh: true })
    expect(after.observed).toEqual(new Set(["a", "b"]))
  })
})

describe("204 to a join: already a member, and no role was applied", () => {
  const after = afterCall(
    state({ in_server: false, observed: new Set(["x"]), fresh: true }),
    join("a"),
    { kind: "already_member" },
    NO_JOIN,
  )

  it("grants nothing", () => {
    expect(after.ledger).toEqual(new Map())
  })

  it("knows that the member is there, and nothing of the roles", () => {
    expect(after).toMatchObject({ in_server: true, observed: null, fresh: false })
  })
})

describe("a read of the member", () => {
  const readAs = (before: Partial<MemberState>, facts: MemberFacts, join_sent_at: Date | null) =>
    afterCall(state(before), read, { kind: "member", member: facts }, { join_sent_at })

  it("shows what is held", () => {
    const after = readAs({}, member(["a"]), null)
    expect(after).toMatchObject({ in_server: true, fresh: true })
    expect(after.observed).toEqual(new Set(["a"]))
  })

  it.each<[string, Partial<MemberState>, MemberFacts, Date | null, MemberState["ledger"]]>([
    [
      "a wanted role that was there before is not ours",
      { desired: wants("a") },
      member(["a"]),
      null,
      new Map(),
    ],
    [
      "a grant whose answer was lost is ours when it is held",
      { ledger: ledger({ a: ANNOUNCED }) },
      member(["a"]),
      null,
      ledger({ a: GRANTED }),
    ],
    [
      "and stays unproven when it is not",
      { ledger: ledger({ a: ANNOUNCED }) },
      member([]),
      null,
      ledger({ a: ANNOUNCED }),
    ],
    [
      "an adopted role stays adopted",
      { ledger: ledger({ a: ADOPTED }) },
      member(["a"]),
      null,
      ledger({ a: ADOPTED }),
    ],
    [
      "a granted role stays granted",
      { ledger: ledger({ a: GRANTED }) },
      member(["a"]),
      null,
      ledger({ a: GRANTED }),
    ],
    [
      "the roles of a join whose answer was lost are ours",
      { desired: wants("a") },
      member(["a"], afterSent(50)),
      SENT_AT,
      ledger({ a: GRANTED }),
    ],
    [
      "but not what others gave the same member",
      { desired: wants("a") },
      member(["a", "human"], afterSent(50)),
      SENT_AT,
      ledger({ a: GRANTED }),
    ],
    [
      "and not when the user had joined long before",
      { desired: wants("a") },
      member(["a"], afterSent(-60_000)),
      SENT_AT,
      new Map(),
    ],
  ])("%s", (_case, before, facts, sentAt, expected) => {
    expect(readAs(before, facts, sentAt).ledger).toEqual(expected)
  })
})

describe("10007: not a member", () => {
  it.each([
    ["a read", read],
    ["an addition", add("b")],
    ["a removal", remove("a")],
  ])("as the answer to %s says that every role went with the member", (_case, call) => {
    const before = state({
      in_server: true,
      observed: new Set(["a", "human"]),
      ledger: ledger({ a: GRANTED, c: ADOPTED, d: ANNOUNCED }),
    })
    const after = afterCall(before, call, { kind: "not_a_member" }, NO_JOIN)
    expect(after).toMatchObject({ in_server: false, fresh: true })
    expect(after.ledger).toEqual(new Map())
    expect(after.observed).toEqual(new Set())
  })
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
      { kind: "changed", role_ids: ["human", "new"] },
      ["human", "new"],
      ledger({ new: GRANTED }),
    ],
    [
      "what Discord says is held counts, not what was asked for",
      replace(["human", "new"], ["new"], ["old"]),
      { kind: "changed", role_ids: ["human", "new", "booster"] },
      ["human", "new", "booster"],
      ledger({ new: GRANTED }),
    ],
  ])("%s", (_case, call, result, observed, entries) => {
    const after = afterCall(seen, call, result, NO_JOIN)
    expect(after.observed).toEqual(new Set(observed))
    expect(after.ledger).toEqual(entries)
    expect(after.in_server).toBe(true)
  })

  it("teaches nothing of the roles of a member never seen", () => {
    const after = afterCall(
      state({ ledger: ledger({ old: GRANTED }) }),
      remove("old"),
      CHANGED,
      NO_JOIN,
    )
    expect(after.observed).toBeNull()
  })

  it("does not make an old reading fresh", () => {
    expect(afterCall(seen, add("new"), CHANGED, NO_JOIN).fresh).toBe(false)
    expect(afterCall({ ...seen, fresh: true }, add("new"), CHANGED, NO_JOIN).fresh).toBe(true)
  })
})

it("leaves the state it was given as it was", () => {
  const before = () =>
    state({ in_server: true, observed: new Set(["old"]), ledger: ledger({ old: GRANTED }) })
  const given = before()
  afterCall(given, add("new"), CHANGED, NO_JOIN)
  afterCall(given, remove("old"), CHANGED, NO_JOIN)
  afterCall(given, read, { kind: "not_a_member" }, NO_JOIN)
  expect(given).toEqual(before())
})

describe("whose join it was", () => {
  it.each([
    ["ours when the member joined after it was sent", SENT_AT, afterSent(1), true],
    ["ours when Discord's clock is a little behind", SENT_AT, afterSent(-2_000), true],
    ["theirs when they joined a minute before", SENT_AT, afterSent(-60_000), false],
    ["theirs when none of ours is unanswered", null, afterSent(1), false],
    ["theirs when Discord does not tell when they joined", SENT_AT, null, false],
  ])("%s", (_case, join_sent_at, joined_at, expected) => {
    expect(joinedByUs(member([], joined_at), { join_sent_at })).toBe(expected)
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
