import { afterCall, tellsStanding, type CallResult, type MemberFacts } from "../call-result.rules"
import { nextStep, type MemberState } from "../plan.rules"
import {
  GRANTED,
  ANNOUNCED,
  ADOPTED,
  TAKING_ADOPTED,
  WITHHELD,
  RESPECT,
  SENT_AT,
  afterSent,
  state,
  member,
  wants,
  ledger,
  read,
  add,
  CHANGED,
} from "./call-result-cases"

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

  const STAY = afterSent(-60_000)

  it.each<[string, Date | null, Date | null, boolean]>([
    ["stays so while the stay is the same", STAY, STAY, true],
    ["does not once they left and came back by themselves", STAY, afterSent(-30_000), false],
    ["does not where nobody knows which stay it was", null, STAY, false],
    ["does not where Discord does not tell which stay it is", STAY, null, false],
  ])("who was brought in %s", (_case, known, told, expected) => {
    const after = readAs({ joined_by_us: true, joined_at: known }, member([], told), null)
    expect(after).toMatchObject({ joined_by_us: expected, joined_at: told })
  })

  it("forgets what was given in an earlier stay, and holds what lost its answer against what is there", () => {
    const before = {
      in_server: true,
      joined_at: STAY,
      desired: wants("a", "b", "c", "d"),
      rules: RESPECT,
      ledger: ledger({ a: GRANTED, b: ADOPTED, c: WITHHELD, d: ANNOUNCED }),
    }
    const after = readAs(before, member(["d"], afterSent(-30_000)), null)
    expect(after.ledger).toEqual(ledger({ d: GRANTED }))
  })

  it("notes whether Discord waits for them to accept the server's rules", () => {
    expect(readAs({}, { ...member([]), pending: true }, null).pending).toBe(true)
    expect(readAs({ pending: true }, member([]), null).pending).toBe(false)
  })
})

describe("what an answer tells of how the member stands", () => {
  it.each<[string, CallResult, boolean]>([
    ["a join", { kind: "joined", member: member([]) }, true],
    ["a read", { kind: "member", member: member([]) }, true],
    ["not a member", { kind: "not_a_member" }, true],
    ["a kick", { kind: "kicked" }, true],
    ["a replacement, which shows the member", { kind: "changed", member: member([]) }, true],
    ["one role, of which nothing but that is told", CHANGED, false],
    ["a member already, of whose roles nothing is told", { kind: "already_member" }, false],
  ])("%s", (_case, result, expected) => {
    expect(tellsStanding(result)).toBe(expected)
  })
})
