import {
  isWholeLookDue,
  missingIndexes,
  type SweptTable,
  type TableState,
} from "../swept-tables.rules"

const HOUR_MS = 60 * 60_000
const NOW = new Date("2026-11-28T12:00:00Z")
const ago = (ms: number) => new Date(NOW.getTime() - ms)
const table = (name: SweptTable, rows: number, has_index: boolean): TableState => ({
  table: name,
  rows,
  has_index,
})

describe("a look at all that changed", () => {
  const small = table("order", 249_999, false)
  const large = table("payment_collection", 250_000, false)
  const indexed = table("order", 10_000_000, true)

  it.each<[string, TableState[], Date | null, boolean]>([
    ["is due each minute while tables are small", [small], ago(60_000), true],
    ["is due each minute with an index, however large they are", [indexed], ago(60_000), true],
    ["is not due when one large table has no index", [indexed, large], ago(HOUR_MS - 1), false],
    ["is due an hour after the last one", [large], ago(HOUR_MS), true],
    ["is due when there was none yet", [large], null, true],
    ["is due when PostgreSQL knows none of the tables", [], ago(60_000), true],
  ])("%s", (_, tables, last, due) => {
    expect(isWholeLookDue(tables, last, NOW)).toBe(due)
  })

  it("wants an index for each large table that has none, and for no other", () => {
    expect(missingIndexes([small, indexed])).toEqual([])
    expect(missingIndexes([indexed, large, table("customer", 1_000_000, false)])).toEqual([
      expect.stringMatching(/on "payment_collection" \("updated_at"\);$/),
      expect.stringMatching(/on "customer" \("deleted_at"\) where "deleted_at" is not null;$/),
    ])
  })
})
