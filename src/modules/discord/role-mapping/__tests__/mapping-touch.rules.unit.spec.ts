import { isOfferedThroughout, touchedBy, type MappingTerms } from "../mapping-touch.rules"

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const NOW = day(20)
/** @param times days of January: since when, and until when it is offered */
const gives = (
  variant_id: string,
  role_id: string,
  access_days: number | null = null,
  [from, until]: (number | null)[] = [],
): MappingTerms => ({
  variant_id,
  role_id,
  access_days,
  offered_from: from ? day(from) : null,
  offered_until: until ? day(until) : null,
})

type Case = [string, MappingTerms[], MappingTerms[], string[], string[], (number | null)[]?]

const CASES: Case[] = [
  ["nothing before or after", [], [], [], []],
  ["the same again", [gives("v", "a", 30)], [gives("v", "a", 30)], [], []],
  [
    "the same in another order",
    [gives("v", "a"), gives("v", "b")],
    [gives("v", "b"), gives("v", "a")],
    [],
    [],
  ],
  ["a first role", [], [gives("v", "a")], ["v"], ["a"]],
  ["a role less", [gives("v", "a"), gives("v", "b")], [gives("v", "b")], ["v"], ["a"]],
  ["another role", [gives("v", "a")], [gives("v", "b")], ["v"], ["a", "b"]],
  ["another access length", [gives("v", "a")], [gives("v", "a", 30)], ["v"], ["a"]],
  ["no access length any more", [gives("v", "a", 30)], [gives("v", "a")], ["v"], ["a"]],
  [
    "one of two variants",
    [gives("v", "a"), gives("w", "a")],
    [gives("v", "a"), gives("w", "b")],
    ["w"],
    ["a", "b"],
  ],
  ["a role that moves to another variant", [gives("v", "a")], [gives("w", "a")], ["v", "w"], ["a"]],
  ["a role for new buyers", [], [gives("v", "a", null, [20])], [], []],
  [
    "a role that earlier buyers keep",
    [gives("v", "a")],
    [gives("v", "a", null, [null, 20])],
    [],
    [],
  ],
  [
    "another access length for new buyers",
    [gives("v", "a", 30)],
    [gives("v", "a", 30, [null, 20]), gives("v", "a", 60, [20])],
    [],
    [],
  ],
  [
    "the same length in two times as in one",
    [gives("v", "a", 30, [null, 10]), gives("v", "a", 30, [10])],
    [gives("v", "a", 30)],
    [],
    [],
  ],
  [
    "what new buyers got, for everyone",
    [gives("v", "a", null, [10])],
    [gives("v", "a")],
    ["v"],
    ["a"],
    [null, 10],
  ],
  ["what was kept, taken away", [gives("v", "a", null, [5, 10])], [], ["v"], ["a"], [5, 10]],
  [
    "what was kept, offered again to all",
    [gives("v", "a", null, [null, 10])],
    [gives("v", "a")],
    ["v"],
    ["a"],
    [10, null],
  ],
  [
    "a change for new buyers, undone",
    [gives("v", "a", 30, [null, 10]), gives("v", "a", 60, [10])],
    [gives("v", "a", 30)],
    ["v"],
    ["a"],
    [10, null],
  ],
  [
    "two times, from the first to the last",
    [gives("v", "a", null, [3, 5]), gives("v", "b", null, [8, 9])],
    [],
    ["v"],
    ["a", "b"],
    [3, 9],
  ],
]

describe("whom an edit of mappings touches", () => {
  it.each(CASES)("%s", (_name, before, after, variant_ids, role_ids, [from, until] = []) => {
    expect(touchedBy(before, after, NOW)).toEqual({
      variant_ids,
      role_ids,
      bought_from: from ? day(from) : null,
      bought_until: until ? day(until) : null,
    })
  })
})

describe("whether a role is for all purchases of a time", () => {
  const time = (from: number | null, until: number | null) => gives("v", "a", null, [from, until])
  it.each<[boolean, string, MappingTerms[], MappingTerms]>([
    [false, "without a mapping", [], time(3, 4)],
    [true, "the very time", [time(3, 4)], time(3, 4)],
    [true, "a part of it", [time(null, null)], time(3, 4)],
    [false, "from earlier on", [time(3, 9)], time(2, 4)],
    [false, "ever since", [time(3, 9)], time(null, 4)],
    [false, "until later", [time(3, 9)], time(4, 10)],
    [true, "over two that follow", [time(null, 5), time(5, 9)], time(2, 9)],
    [false, "over a gap", [time(null, 5), time(6, 9)], time(2, 9)],
  ])("%s: %s", (expected, _name, mappings, wanted) => {
    expect(isOfferedThroughout(mappings, wanted)).toBe(expected)
  })
})
