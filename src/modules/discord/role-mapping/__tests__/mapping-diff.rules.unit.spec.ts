import { changedMappings, type MappedRole } from "../mapping-diff.rules"

const gives = (variant_id: string, role_id: string, access_days: number | null = null) => ({
  variant_id,
  role_id,
  access_days,
})

const CASES: [string, MappedRole[], MappedRole[], string[], string[]][] = [
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
]

describe("what an edit of mappings changes", () => {
  it.each(CASES)("%s", (_name, before, after, variant_ids, role_ids) => {
    expect(changedMappings(before, after)).toEqual({ variant_ids, role_ids })
  })
})
