import {
  addedBy,
  afterCall,
  announce,
  removedBy,
  type CallResult,
  type MemberFacts,
} from "../outcome"
import {
  DEFAULT_RULES,
  nextStep,
  type DiscordCall,
  type LedgerEntry,
  type MemberState,
} from "../plan"

const GRANTED: LedgerEntry = { origin: "granted", confirmed: true }
const ANNOUNCED: LedgerEntry = { origin: "granted", confirmed: false }
const ADOPTED: LedgerEntry = { origin: "adopted", confirmed: true }
const TAKING_ADOPTED: LedgerEntry = { origin: "adopted", confirmed: false }
const WITHHELD: LedgerEntry = { origin: "withheld", confirmed: true }
const RESPECT = { ...DEFAULT_RULES, restore_removed: false }
const SENT_AT = new Date("2026-08-01T12:00:00Z")
const afterSent = (ms: number) => new Date(SENT_AT.getTime() + ms)

const state = (over: Partial<MemberState> = {}): MemberState => ({
  desired: new Map(),
  ledger: new Map(),
  in_server: null,
  observed: null,
  fresh: false,
  verify: false,
  joined_by_us: false,
  pending_join: null,
  can_join: true,
  blocked: new Set(),
  rules: DEFAULT_RULES,
  ...over,
})
const member = (role_ids: string[], joined_at: Date | null = null): MemberFacts => ({
  role_ids,
  joined_at,
})
const wants = (...roles: string[]) => new Map(roles.map((role) => [role, "order"]))
const ledger = (entries: Record<string, LedgerEntry>) => new Map(Object.entries(entries))

const kick: DiscordCall = { kind: "kick" }
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
const entriesOf = (of: MemberState) => Object.fromEntries(of.ledger)
const CHANGED: CallResult = { kind: "changed", role_ids: null }

describe("201 to a join", () => {
  const after = afterCall(
    state({
      in_server: null,
      desired: wants("a", "b"),
      pending_join: { sent_at: SENT_AT, role_ids: ["a", "b", "old"] },
      ledger: ledger({ a: TAKING_ADOPTED, b: WITHHELD, old: ANNOUNCED }),
    }),
    join("a", "b"),
    { kind: "joined", member: member(["a", "b"]) },
  )

  it("grants every role that came along, and nothing else: what was there before went when they left", () => {
    expect(after.ledger).toEqual(ledger({ a: GRANTED, b: GRANTED }))
  })

  it("shows the member, from now on and for this run", () => {
    expect(after).toMatchObject({ in_server: true, fresh: true })
    expect(after.observed).toEqual(new Set(["a", "b"]))
  })

  it("is what brought them in, so that none before it is left to look at", () => {
    expect(after).toMatchObject({ joined_by_us: true, pending_join: null })
  })
})

describe("204 to a join: already a member, and no role was applied", () => {
  const after = afterCall(
    state({ in_server: false, observed: new Set(["x"]), fresh: true }),
    join("a"),
    { kind: "already_member" },
  )

  it("grants nothing", () => {
    expect(after.ledger).toEqual(new Map())
  })

  it("knows that the member is there, and nothing of the roles", () => {
    expect(after).toMatchObject({ in_server: true, observed: null, fresh: false })
  })

  it("does not bring them in", () => {
    expect(after.joined_by_us).toBe(false)
  })
})

describe("a read of the member", () => {
  const readAs = (before: Partial<MemberState>, facts: MemberFacts, joining: string[] | null) =>
    afterCall(
      state({ ...before, pending_join: joining && { sent_at: SENT_AT, role_ids: joining } }),
      read,
      { kind: "member", member: facts },
    )

  it("shows what is held", () => {
    const after = readAs({}, member(["a"]), null)
    expect(after).toMatchObject({ in_server: true, fresh: true })
    expect(after.observed).toEqual(new Set(["a"]))
  })

  it.each<[string, Partial<MemberState>, MemberFacts, string[] | null, MemberState["ledger"]]>([
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
      ["a"],
      ledger({ a: GRANTED }),
    ],
    [
      "but not what others gave the same member",
      { desired: wants("a", "human") },
      member(["a", "human"], afterSent(50)),
      ["a"],
      ledger({ a: GRANTED }),
    ],
    [
      "though nobody wants them any more",
      {},
      member(["a"], afterSent(50)),
      ["a"],
      ledger({ a: GRANTED }),
    ],
    [
      "whatever they were before the member left",
      { desired: wants("a", "b"), ledger: ledger({ a: TAKING_ADOPTED, b: WITHHELD }) },
      member(["a", "b"], afterSent(50)),
      ["a", "b"],
      ledger({ a: GRANTED, b: GRANTED }),
    ],
    [
      "and not when the user had joined long before",
      { desired: wants("a") },
      member(["a"], afterSent(-60_000)),
      ["a"],
      new Map(),
    ],
    [
      "the removal of an adopted role that was not carried out leaves it adopted",
      { ledger: ledger({ a: TAKING_ADOPTED }) },
      member(["a"]),
      null,
      ledger({ a: ADOPTED }),
    ],
    [
      "one that was carried out leaves nothing of a role that is wanted again: what comes now is ours",
      { desired: wants("a"), ledger: ledger({ a: TAKING_ADOPTED }) },
      member([]),
      null,
      new Map(),
    ],
    [
      "a wanted grant that never arrived is asked for anew",
      { desired: wants("a"), ledger: ledger({ a: ANNOUNCED }) },
      member([]),
      null,
      new Map(),
    ],
  ])("%s", (_case, before, facts, joining, expected) => {
    expect(readAs(before, facts, joining).ledger).toEqual(expected)
  })

  describe("finds what people did to roles the plugin stands behind", () => {
    const wanted = { desired: wants("a") }
    it.each<[string, Partial<MemberState>, string[], MemberState["ledger"]]>([
      [
        "taken away, to be restored: it is no longer given",
        { ...wanted, ledger: ledger({ a: GRANTED }) },
        [],
        new Map(),
      ],
      [
        "an adopted one taken away, to be restored: what comes now is ours",
        { ...wanted, ledger: ledger({ a: ADOPTED }) },
        [],
        new Map(),
      ],
      [
        "taken away, to be respected: it is withheld",
        { ...wanted, ledger: ledger({ a: GRANTED }), rules: RESPECT },
        [],
        ledger({ a: WITHHELD }),
      ],
      [
        "still withheld",
        { ...wanted, ledger: ledger({ a: WITHHELD }), rules: RESPECT },
        [],
        ledger({ a: WITHHELD }),
      ],
      [
        "withheld once, where taken roles are restored now: it is to be given",
        { ...wanted, ledger: ledger({ a: WITHHELD }) },
        [],
        new Map(),
      ],
      [
        "a withheld one given again by hand: it is theirs, and adopted",
        { ...wanted, ledger: ledger({ a: WITHHELD }), rules: RESPECT },
        ["a"],
        ledger({ a: ADOPTED }),
      ],
      [
        "a withheld one given again by hand after its access ended: nothing to stand behind",
        { ledger: ledger({ a: WITHHELD }), rules: RESPECT },
        ["a"],
        ledger({ a: WITHHELD }),
      ],
      [
        "a grant that was never confirmed is not one that was taken away",
        { ...wanted, ledger: ledger({ a: ANNOUNCED }), rules: RESPECT },
        [],
        new Map(),
      ],
      [
        "taken away after its access ended: the plan forgets it",
        { ledger: ledger({ a: GRANTED }), rules: RESPECT },
        [],
        ledger({ a: GRANTED }),
      ],
    ])("%s", (_case, before, held, expected) => {
      expect(readAs(before, member(held), null).ledger).toEqual(expected)
    })

    it("and the plan gives again what is to be restored", () => {
      const after = readAs({ ...wanted, ledger: ledger({ a: GRANTED }) }, member([]), null)
      expect(nextStep(after)).toEqual({ kind: "call", call: add("a") })
    })
  })

  it.each<[string, string[] | null, Date | null, boolean]>([
    ["ours when the member joined after it was sent", [], afterSent(1), true],
    ["ours when Discord's clock is a little behind", [], afterSent(-2_000), true],
    ["ours to the last moment of five seconds", [], afterSent(-5_000), true],
    ["theirs past those", [], afterSent(-5_001), false],
    ["theirs when they joined a minute before", [], afterSent(-60_000), false],
    ["theirs when none of ours is unanswered", null, afterSent(1), false],
    ["theirs when Discord does not tell when they joined", [], null, false],
  ])("tells whose join it was: %s", (_case, joining, joined_at, expected) => {
    const after = readAs({}, member([], joined_at), joining)
    expect(after).toMatchObject({ joined_by_us: expected, pending_join: null })
  })

  it("takes back nothing that was known: who was brought in stays so", () => {
    expect(readAs({ joined_by_us: true }, member([], afterSent(-60_000)), null).joined_by_us).toBe(
      true,
    )
  })
})

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
