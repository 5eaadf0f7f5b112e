import { IMPORT_COLUMNS, type ImportColumn } from "../import.rules"
import { readRow } from "../import-row.rules"

const read = (given: Partial<Record<ImportColumn, string>>, overflows = false) => {
  const empty = Object.fromEntries(IMPORT_COLUMNS.map((name) => [name, ""]))
  const cells = { ...empty, ...given } as Record<ImportColumn, string>
  return readRow({ row: 2, source: "", cells, overflows })
}
const ADA = { email: "ada@example.com" }
const GOLD = { ...ADA, sku: "GOLD" }
const USER = "123456789012345678"

describe("what a row says", () => {
  it("is null where it says nothing", () => {
    expect(read(GOLD)).toEqual({
      problems: [],
      request: {
        email: "ada@example.com",
        customer_id: null,
        variant_id: null,
        sku: "GOLD",
        starts_at: null,
        ends_at: null,
        note: null,
        reference: null,
        discord_user_id: null,
      },
    })
  })

  it.each([
    ["a day: its beginning, and its end, in UTC", "2027-03-01", "00:00:00.000Z", "23:59:59.999Z"],
    ["a moment in UTC", "2027-03-01T18:30:00Z", "18:30:00.000Z", "18:30:00.000Z"],
    ["a moment elsewhere", "2027-03-01T18:30:00+02:00", "16:30:00.000Z", "16:30:00.000Z"],
  ])("dates it by %s", (_name, date, start, end) => {
    const { request, problems } = read({ ...GOLD, starts_at: date, ends_at: date })
    expect(problems).toEqual([])
    expect(request.starts_at?.toISOString()).toBe(`2027-03-01T${start}`)
    expect(request.ends_at?.toISOString()).toBe(`2027-03-01T${end}`)
  })
})

const REFUSED: [string, Partial<Record<ImportColumn, string>>, string[]][] = [
  ["nobody", { sku: "GOLD" }, ["no_customer_named"]],
  ["nothing to do", ADA, ["nothing_asked"]],
  ["only when", { ...ADA, ends_at: "2027-01-01" }, ["nothing_asked"]],
  [
    "access without a variant beside a link",
    { ...ADA, discord_user_id: USER, note: "x" },
    ["no_variant_named"],
  ],
  ["a date as Germans write it", { ...GOLD, ends_at: "31.12.2027" }, ["no_date"]],
  ["a day that there is not", { ...GOLD, starts_at: "2027-02-30" }, ["no_date"]],
  ["a day of the year 0", { ...GOLD, starts_at: "0000-12-31" }, ["no_date"]],
  ["a moment of the year 0", { ...GOLD, starts_at: "0001-01-01T00:00:00+01:00" }, ["no_date"]],
  ["a moment after the year 9999", { ...GOLD, ends_at: "9999-12-31T23:59:59-01:00" }, ["no_date"]],
  ["a year of five digits", { ...GOLD, ends_at: "+010000-01-01T00:00:00Z" }, ["no_date"]],
  [
    "a reference that is an import's own",
    { ...GOLD, reference: "import:cus_1" },
    ["reference_reserved"],
  ],
  ["a reference that is an id of access", { ...GOLD, reference: "dent_1" }, ["reference_reserved"]],
  ["a time without its zone", { ...GOLD, ends_at: "2027-12-31T18:00:00" }, ["no_date"]],
  ["a note as long as a letter", { ...GOLD, note: "x".repeat(501) }, ["text_too_long"]],
  ["a Discord name", { ...ADA, discord_user_id: "ada#1234" }, ["no_discord_user_id"]],
  [
    "a Discord id that a spreadsheet has rounded",
    { ...ADA, discord_user_id: "1,23457E+17" },
    ["no_discord_user_id"],
  ],
  [
    "several things at once",
    { sku: "GOLD", ends_at: "soon", discord_user_id: "ada" },
    ["no_customer_named", "no_date", "no_discord_user_id"],
  ],
]

describe("a row is refused for", () => {
  it.each(REFUSED)("%s", (_name, cells, codes) => {
    const { problems } = read(cells)
    expect(problems.map(({ code }) => code)).toEqual(codes.map((code) => `import.${code}`))
  })

  it("a date by as much of it as can be read", () => {
    const [problem] = read({ ...GOLD, ends_at: "9".repeat(100_000) }).problems
    expect(JSON.stringify(problem).length).toBeLessThan(200)
  })

  it("no first or last day that can be stored", () => {
    const { request, problems } = read({ ...GOLD, starts_at: "0001-01-01", ends_at: "9999-12-31" })
    expect(problems).toEqual([])
    expect(request.ends_at?.toISOString()).toBe("9999-12-31T23:59:59.999Z")
  })

  it("more cells than the file has columns", () => {
    expect(read(GOLD, true).problems).toMatchObject([{ code: "import.too_many_cells" }])
  })
})
