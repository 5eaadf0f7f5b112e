import { refusalOf } from "../../refused"
import { readImportFile } from "../import-file.rules"
import { MAX_BYTES, MAX_ROWS } from "../import.rules"

const HEADER = "email,sku,note,discord_user_id"

const CASES: [string, string, object[]][] = [
  [
    "commas and the line ends of Unix",
    `${HEADER}\nada@example.com,GOLD,won,\nben@example.com,,,123456789012345678\n`,
    [
      { row: 2, cells: { email: "ada@example.com", sku: "GOLD", note: "won" } },
      { row: 3, cells: { email: "ben@example.com", discord_user_id: "123456789012345678" } },
    ],
  ],
  [
    "what a German Excel writes: a BOM, semicolons, the line ends of Windows",
    "\uFEFFemail;sku;note\r\nada@example.com;GOLD;a, b\r\n",
    [{ row: 2, source: "ada@example.com;GOLD;a, b", cells: { sku: "GOLD", note: "a, b" } }],
  ],
  ["tabs", "email\tsku\nada@example.com\tGOLD", [{ cells: { sku: "GOLD" } }]],
  [
    "quoted cells with signs and line ends in them",
    'email,sku,note\r\nada@example.com,GOLD,"first, ""best""\nsecond"\r\nben@example.com,GOLD,\r\n',
    [{ row: 2, cells: { note: 'first, "best"\nsecond' } }, { row: 3 }],
  ],
  [
    "another order and spelling of the columns, and spaces around cells",
    " SKU , Email \n GOLD , ada@example.com ",
    [{ cells: { email: "ada@example.com", sku: "GOLD" } }],
  ],
  [
    "empty lines and empty rows, which count and say nothing",
    "email,sku\n\nada@example.com,GOLD\n,\nben@example.com,GOLD\n\n",
    [{ row: 3 }, { row: 5 }],
  ],
  [
    "a row that is cut short, and one with cells too many",
    "email,sku,note\nada@example.com,GOLD\nben@example.com,GOLD,,,late",
    [
      { row: 2, overflows: false, cells: { note: "" } },
      { row: 3, overflows: true },
    ],
  ],
  [
    "the reasons of an earlier import, which are read over",
    'reason,reason,email,sku\n"No, thanks",x,ada@example.com,GOLD',
    [{ cells: { email: "ada@example.com", sku: "GOLD" } }],
  ],
]

describe("a file of customers", () => {
  it.each(CASES)("has %s", (_name, csv, rows) => {
    expect(readImportFile(csv).rows).toMatchObject(rows)
  })

  it("keeps its header and its rows as they were written, for what is written back", () => {
    const csv = '\uFEFFemail;note;sku\r\n"ada@example.com";"a;b";GOLD\r\n'
    expect(readImportFile(csv)).toMatchObject({
      header: "email;note;sku",
      delimiter: ";",
      rows: [{ source: '"ada@example.com";"a;b";GOLD' }],
    })
  })

  it("may be as long as it may be", () => {
    const csv = `email,sku\n${"a@b.c,GOLD\n".repeat(MAX_ROWS)}`
    expect(readImportFile(csv).rows).toHaveLength(MAX_ROWS)
  })
})

const REFUSED: [string, string, string, object][] = [
  ["no text at all", "", "blank_first_line", {}],
  ["an empty line before the header", "\r\nemail,sku\r\nx,y", "blank_first_line", {}],
  ["a first line of separators", ";;\nemail;sku;note\nx;y;z", "blank_first_line", {}],
  [
    "a picture: as much of its names as helps",
    `${"x".repeat(500_000)},${Array.from({ length: 12 }, (_, at) => `c${at}`).join()}\ny`,
    "unknown_columns",
    { columns: [`${"x".repeat(60)}…`, "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "…"] },
  ],
  ["a header alone", "email,sku\r\n\r\n", "empty", {}],
  [
    "unknown columns",
    "e-mail,email,sku,tier\nx",
    "unknown_columns",
    { columns: ["e-mail", "tier"] },
  ],
  ["a column twice", "email,sku,email\nx", "column_twice", { columns: ["email"] }],
  ["nobody named", "sku,note\nGOLD,x", "no_customer_column", {}],
  ["nothing to do", "email,note\nada@example.com,x", "no_purpose_column", {}],
  ["a quotation mark left open", 'email,sku\nada@example.com,"GOLD', "unreadable", { line: 2 }],
  ["a quotation mark in the middle", 'email,sku\nx,y\na"b,GOLD', "unreadable", { line: 3 }],
  [
    "more rows than an import takes",
    `email,sku\n${"a@b.c,GOLD\n".repeat(MAX_ROWS + 1)}`,
    "too_many_rows",
    { rows: MAX_ROWS + 1, max: MAX_ROWS },
  ],
  [
    "more bytes than an import takes",
    "ü".repeat(MAX_BYTES / 2 + 1),
    "too_large",
    { bytes: MAX_BYTES + 2, max: MAX_BYTES },
  ],
]

describe("a file is refused for", () => {
  it.each(REFUSED)("%s", (_name, csv, code, params) => {
    const refusal = () => {
      try {
        return readImportFile(csv)
      } catch (error) {
        return refusalOf(error)
      }
    }
    expect(refusal()).toMatchObject({ code: `import.${code}`, params })
  })
})
