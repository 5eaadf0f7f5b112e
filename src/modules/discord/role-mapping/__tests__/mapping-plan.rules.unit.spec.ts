import {
  asEdit,
  planMappings,
  type EditTerms,
  type NewMapping,
  type StoredMapping,
} from "../mapping-plan.rules"

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const NOW = day(20)
const ROLES = { variant_id: "v", product_id: "p" }

/** A row as it is told below: its role, days of access, and the days of January from and until which it is offered. */
type Row = [role: string, days?: number | null, from?: number | null, until?: number | null]

const stored = ([role_id, days, from, until]: Row, at: number): StoredMapping => ({
  ...ROLES,
  id: `row_${at}`,
  role_id,
  access_days: days ?? null,
  offered_from: from ? day(from) : null,
  offered_until: until ? day(until) : null,
})
/** Since when is left out as long as the row leaves it out. */
const wanted = ([role_id, days, from]: Row): NewMapping => ({
  ...ROLES,
  role_id,
  access_days: days ?? null,
  ...(from !== undefined && { offered_from: from === null ? null : day(from).toISOString() }),
})
const keeping = (...rows: Row[]): EditTerms["kept"] => [
  {
    variant_id: "v",
    mappings: rows.map(([role_id, days, from, until]) => ({
      ...ROLES,
      role_id,
      access_days: days ?? null,
      offered_from: from ? day(from) : null,
      offered_until: day(until ?? 0),
    })),
  },
]
const asRow = (row: Omit<StoredMapping, "id">): string => {
  const times = [row.offered_from, row.offered_until].map((at) => at?.getUTCDate() ?? "")
  return `${row.role_id} ${row.access_days ?? "-"} ${times.join("..")}`
}
const save = (before: Row[], after: Row[], terms: EditTerms = {}) =>
  planMappings(before.map(stored), { mappings: after.map(wanted), ...terms }, NOW)

interface Case {
  before: Row[]
  save: Row[]
  everyone: string[]
  /** Null = refused. */
  new_buyers: string[] | null
}

const CASES: Record<string, Case> = {
  "a first role": { before: [], save: [["a"]], everyone: ["a - .."], new_buyers: ["a - 20.."] },
  "a role that goes": { before: [["a"]], save: [], everyone: [], new_buyers: ["a - ..20"] },
  "what is there already": {
    before: [["a", 30]],
    save: [["a", 30]],
    everyone: ["a 30 .."],
    new_buyers: ["a 30 .."],
  },
  "other days": {
    before: [["a", 30]],
    save: [["a", 60]],
    everyone: ["a 60 .."],
    new_buyers: ["a 30 ..20", "a 60 20.."],
  },
  "other days of what only later buyers have": {
    before: [["a", 30, 10]],
    save: [["a", 60]],
    everyone: ["a 60 10.."],
    new_buyers: ["a 30 10..20", "a 60 20.."],
  },
  "other days, where earlier buyers keep theirs": {
    before: [
      ["a", 30, null, 10],
      ["a", 60, 10],
    ],
    save: [["a", 90]],
    everyone: ["a 30 ..10", "a 90 10.."],
    new_buyers: ["a 30 ..10", "a 60 10..20", "a 90 20.."],
  },
  "a role that goes, where earlier buyers keep other days": {
    before: [
      ["a", 30, null, 10],
      ["a", 60, 10],
    ],
    save: [],
    everyone: ["a 30 ..10"],
    new_buyers: ["a 30 ..10", "a 60 10..20"],
  },
  "a role that was kept, offered again": {
    before: [["a", 30, null, 10]],
    save: [["a", 60]],
    everyone: ["a 60 .."],
    new_buyers: ["a 30 ..10", "a 60 20.."],
  },
  "another role beside one that was kept": {
    before: [["a", 30, null, 10]],
    save: [["b"]],
    everyone: ["a 30 ..10", "b - .."],
    new_buyers: ["a 30 ..10", "b - 20.."],
  },
  "what only later buyers had, for everyone": {
    before: [["a", 30, 10]],
    save: [["a", 30, null]],
    everyone: ["a 30 .."],
    new_buyers: null,
  },
  "the same, over what earlier buyers kept": {
    before: [
      ["a", 30, null, 10],
      ["a", 60, 10],
    ],
    save: [["a", 60, null]],
    everyone: ["a 60 .."],
    new_buyers: null,
  },
  "a moment of the past": {
    before: [["a", 30, null, 10]],
    save: [["a", 60, 5]],
    everyone: ["a 30 ..5", "a 60 5.."],
    new_buyers: null,
  },
  "the very moment it has": {
    before: [["a", 30, 10]],
    save: [["a", 30, 10], ["b"]],
    everyone: ["a 30 10..", "b - .."],
    new_buyers: ["a 30 10..", "b - 20.."],
  },
  "the very moment it has, with other days": {
    before: [["a", 30, 10]],
    save: [["a", 60, 10]],
    everyone: ["a 60 10.."],
    new_buyers: null,
  },
}

describe("what a save of mappings writes", () => {
  const cases = Object.entries(CASES)

  it.each(cases)("for everyone: %s", (_name, { before, save: after, everyone }) => {
    expect(save(before, after).after.map(asRow)).toEqual(everyone)
  })

  it.each(cases)("for new buyers: %s", (_name, { before, save: after, new_buyers }) => {
    const plan = () => save(before, after, { apply_to: "new_buyers" }).after.map(asRow)
    if (new_buyers === null) {
      expect(plan).toThrow(/Variant v: offered_from would change what earlier buyers have/)
    } else {
      expect(plan()).toEqual(new_buyers)
    }
  })

  it.each(cases)("and what puts it back, to the row: %s", (_name, one) => {
    const { before, save: after, new_buyers } = one
    const old = before.map(stored)
    for (const apply_to of ["everyone", ...(new_buyers ? ["new_buyers" as const] : [])] as const) {
      const plan = save(before, after, { apply_to })
      const now = plan.after.map((mapping, at) => ({ ...mapping, id: `new_${at}` }))
      const { mappings, terms } = asEdit(["v"], old)
      expect(planMappings(now, { mappings, ...terms }, day(21)).after.map(asRow)).toEqual(
        old.map(asRow),
      )
    }
  })

  it("takes from earlier buyers what is kept no more, and nothing else", () => {
    const before: Row[] = [["a", 30, null, 10], ["b", 30, null, 10], ["c"]]
    const plan = save(before, [["c"]], { kept: keeping(["b", 30, null, 10]) })
    expect(plan.after.map(asRow)).toEqual(["b 30 ..10", "c - .."])
    expect(plan).toMatchObject({ remove: ["row_0"], insert: [], variant_ids: ["v"] })
    expect(plan.touched).toMatchObject({ role_ids: ["a"], bought_until: day(10) })
  })

  it.each<[string, Row[], Row[], Row[], string | null]>([
    ["a past made up", [], [["a"]], [["a", 30, null, 10]], "kept"],
    ["a past forgotten", [["a", 30, null, 10]], [["b"]], [], "kept"],
    ["another length of it", [["a", 30, null, 10]], [["b"]], [["a", 60, null, 10]], "kept"],
    ["both fields", [["a", 30, 10]], [["a", 30, 5]], [["a", 60, null, 5]], "offered_from, kept"],
    ["the past as it is", [["a", 30, null, 10]], [["b"]], [["a", 30, null, 10]], null],
  ])("for new buyers, with %s", (_name, before, after, kept, fields) => {
    const plan = () => save(before, after, { apply_to: "new_buyers", kept: keeping(...kept) })
    if (fields === null) {
      expect(plan().touched.variant_ids).toEqual([])
    } else {
      expect(plan).toThrow(`Variant v: ${fields} would change what earlier buyers have`)
    }
  })

  it("writes only the rows that change, those under the ids they had", () => {
    const plan = save([["a", 30], ["b"]], [["a", 60], ["b"]], { apply_to: "new_buyers" })
    expect(plan.remove).toEqual(["row_0"])
    expect(plan.insert).toMatchObject([
      { id: "row_0", access_days: 30, offered_until: NOW },
      { access_days: 60, offered_from: NOW, offered_until: null },
    ])
    expect(plan.insert[1]).not.toHaveProperty("id")
    expect(plan).toMatchObject({ variant_ids: ["v"], role_ids: ["a"] })
    expect(plan.touched.variant_ids).toEqual([])
  })

  it("leaves nothing of what was offered to nobody yet", () => {
    const plan = save([["a", 30, 20]], [], { apply_to: "new_buyers" })
    expect(plan.after).toEqual([])
  })

  it.each<[string, Row[], Row[]]>([
    ["that overlap", [["a", 30, 5]], [["a", 30, null, 10]]],
    [
      "of two that are kept that overlap",
      [],
      [
        ["a", 30, null, 10],
        ["a", 60, 9, 12],
      ],
    ],
    ["that end before they begin", [], [["a", 30, 10, 9]]],
    ["that end when they begin", [], [["a", 30, 10, 10]]],
    ["that end in the future", [], [["a", 30, null, 21]]],
    ["that begin in the future", [["a", 30, 21]], []],
  ])("refuses times %s", (_name, mappings, kept) => {
    expect(() => save([], mappings, { kept: keeping(...kept) })).toThrow(/Variant v: the times/)
  })
})
