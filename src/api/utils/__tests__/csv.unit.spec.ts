import fc from "fast-check"
import { csvCell } from "../csv"

const SIGNS = ["=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"]

describe("a cell of the download", () => {
  it.each([
    ["plain", '"plain"'],
    [null, '""'],
    [403, '"403"'],
    [-5, '"-5"'],
    ["a;b,c", '"a;b,c"'],
    [";x", '";x"'],
    ['said "no"', '"said ""no"""'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", `"'=1+1"`],
    ["+1", `"'+1"`],
    ["-1", `"'-1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["  =1+1", `"'  =1+1"`],
    ["\t1", `"'\t1"`],
    ["\rx", `"'\rx"`],
    ["\nx", `"'\nx"`],
    ["\uff1d1", `"'\uff1d1"`],
    ["\uff0b1", `"'\uff0b1"`],
    ["\uff0d1", `"'\uff0d1"`],
    ["\uff20x", `"'\uff20x"`],
    ["a=1", '"a=1"'],
    ["a; b=1, -2", '"a; b=1, -2"'],
    ["\t=1", `"'\t'=1"`],
    [";=1+1", `";'=1+1"`],
    ['a; "=1+1', `"a; ""'=1+1"`],
    ["a\n\n@SUM(A1)", `"a\n\n'@SUM(A1)"`],
  ])("%j is %s", (value, expected) => {
    expect(csvCell(value)).toBe(expected)
  })
})

describe("a line of the download", () => {
  const text = fc.string({
    unit: fc.constantFrom(...SIGNS, "'", '"', ",", ";", "\t", "\r", "\n", " ", "1"),
    maxLength: 12,
  })

  it.each([",", ";", "\t"])(
    "has no formula in it, whoever separates the cells by %j",
    (separator) => {
      fc.assert(
        fc.property(text, text, (one, other) => {
          const line = ["2026-11-26", one, other, "end"].map(csvCell).join(",")
          const formulas = cellsOf(line, separator).filter((cell) =>
            SIGNS.includes(cell.trimStart().charAt(0)),
          )
          expect(formulas).toEqual([])
        }),
        { numRuns: 2_000 },
      )
    },
  )

  it("has the cells that were given, for who separates them by commas", () => {
    const line = ["2026-11-26", 'said "no", twice', "a;b", null].map(csvCell).join(",")
    expect(cellsOf(line, ",")).toEqual(["2026-11-26", 'said "no", twice', "a;b", ""])
  })
})

/** As a spreadsheet reads a line: a quote counts only where a cell begins, and what follows its end belongs to the cell. */
function cellsOf(line: string, separator: string): string[] {
  const cells: string[] = []
  let cell = ""
  let state: "begin" | "quoted" | "plain" = "begin"
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at)
    if (state === "quoted") {
      const isPair = sign === '"' && line.charAt(at + 1) === '"'
      cell += sign === '"' && !isPair ? "" : sign
      state = sign === '"' && !isPair ? "plain" : "quoted"
      at += isPair ? 1 : 0
    } else if (sign === separator || sign === "\r" || sign === "\n") {
      cells.push(cell)
      cell = ""
      state = "begin"
    } else {
      const opens: boolean = state === "begin" && sign === '"'
      cell += opens ? "" : sign
      state = opens ? "quoted" : "plain"
    }
  }
  return [...cells, cell]
}
