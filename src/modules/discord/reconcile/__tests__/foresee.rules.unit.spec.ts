import type { SeenMember } from "../../engine/run/seen.rules"
import type { MemberState } from "../../engine/run/plan.rules"
import {
  ADOPTED,
  ANNOUNCED,
  gave,
  rules,
  sent,
  state,
  wants,
} from "../../engine/run/__tests__/plan-cases"
import { foresee, type Foreseen } from "../foresee.rules"

const SINCE = "2026-01-01T00:00:00.000Z"
const LATER = "2026-06-01T00:00:00.000Z"
const inside = { joined_at: new Date(SINCE) }
const sees = (...role_ids: string[]): SeenMember => ({ role_ids, joined_at: SINCE, pending: false })

type Row = [string, MemberState, SeenMember | null, Partial<Foreseen>]

const NOTHING: Partial<Foreseen> = { added: [], removed: [], differs: false, needs_look: false }
const NOTED: Partial<Foreseen> = { added: [], removed: [], differs: true }

describe("what would be done about a member", () => {
  it.each<Row>([
    [
      "holds what they should",
      state({ ...inside, desired: wants("A"), ledger: gave("A") }),
      sees("A"),
      NOTHING,
    ],
    [
      "holds more, from others",
      state({ ...inside, desired: wants("A"), ledger: gave("A") }),
      sees("A", "X"),
      NOTHING,
    ],
    [
      "is out, and was known to be",
      state({ in_server: null, can_join: false, desired: wants("A") }),
      null,
      NOTHING,
    ],
    [
      "had a role taken by hand",
      state({ ...inside, desired: wants("A"), ledger: gave("A") }),
      sees(),
      { added: ["A"], removed: [], differs: true },
    ],
    [
      "had a role taken by hand, which is respected",
      state({
        ...inside,
        desired: wants("A"),
        ledger: gave("A"),
        ...rules({ restore_removed: false }),
      }),
      sees(),
      NOTED,
    ],
    [
      "is owed nothing any more",
      state({ ...inside, ledger: gave("A") }),
      sees("A"),
      { added: [], removed: ["A"] },
    ],
    [
      "is owed nothing any more, and holds nothing",
      state({ ...inside, ledger: gave("A") }),
      sees(),
      NOTED,
    ],
    ["had before what they bought", state({ ...inside, desired: wants("A") }), sees("A"), NOTED],
    [
      "keeps what they had before",
      state({ ...inside, ledger: new Map([["A", ADOPTED]]) }),
      sees("A"),
      NOTED,
    ],
    [
      "left and came back",
      state({ ...inside, desired: wants("A"), ledger: gave("A") }),
      { ...sees(), joined_at: LATER },
      { added: ["A"], removed: [] },
    ],
    [
      "left, and is brought in",
      state({ ...inside, desired: wants("A"), ledger: gave("A") }),
      null,
      { added: ["A"] },
    ],
    [
      "left, and may not be brought in",
      state({ ...inside, can_join: false, desired: wants("A"), ledger: gave("A") }),
      null,
      NOTED,
    ],
    [
      "lost an answer",
      state({ ...inside, desired: wants("A"), ledger: new Map([["A", ANNOUNCED]]) }),
      sees("A"),
      NOTED,
    ],
    [
      "lost the answer to a join",
      state({ ...inside, desired: wants("A"), ledger: gave("A"), ...sent("A") }),
      sees("A"),
      NOTED,
    ],
    [
      "wants what the bot cannot give",
      state({ ...inside, desired: wants("A"), blocked: new Set(["A"]) }),
      sees(),
      NOTHING,
    ],
    [
      "changes so much that a PATCH is cheaper",
      state({ ...inside, desired: wants("A", "B"), ledger: gave("C") }),
      sees("C"),
      { added: ["A", "B"], removed: ["C"], needs_look: true },
    ],
    [
      "is to be taken out",
      state({ ...inside, joined_by_us: true, ledger: gave("A"), ...rules({ kick: true }) }),
      sees("A"),
      { added: [], removed: ["A"], kicked: true, needs_look: true },
    ],
    [
      "is to be taken out, and holds a role that was theirs before",
      state({
        ...inside,
        joined_by_us: true,
        ledger: new Map([["A", { origin: "adopted", confirmed: true }]]),
        ...rules({ kick: true }),
      }),
      sees("A"),
      { added: [], removed: [], kicked: false, differs: true },
    ],
    [
      "is to be taken out, but holds a moderator's role",
      state({ ...inside, joined_by_us: true, ledger: gave("A"), ...rules({ kick: true }) }),
      sees("A", "X"),
      { added: [], removed: ["A"], kicked: false, needs_look: false },
    ],
  ])("%s", (_name, believed, member, expected) => {
    expect(foresee(believed, member)).toMatchObject(expected)
  })
})
