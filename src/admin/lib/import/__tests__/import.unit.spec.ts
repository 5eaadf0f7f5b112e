import { decodeFile } from "../decode-file"
import { exampleFile } from "../example-file"
import { refusedFile } from "../refused-file"
import { customersWith, refusedFirst } from "../summary"
import { readImportFile } from "../../../../modules/discord/import/import-file.rules"

const bytes = (buffer: Buffer) =>
  buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length) as ArrayBuffer
const textOf = async (file: Blob) => Buffer.from(await file.arrayBuffer()).toString("utf8")

describe("a file's text", () => {
  it.each([
    ["UTF-8", Buffer.from("Müller€")],
    ["UTF-8 with a BOM", Buffer.from("\uFEFFMüller€")],
    ["UTF-16", Buffer.from("\uFEFFMüller€", "utf16le")],
    ["UTF-16, the other way round", Buffer.from("\uFEFFMüller€", "utf16le").swap16()],
  ])("is read from %s", (_name, file) => {
    expect(decodeFile(bytes(file))).toBe("Müller€")
  })

  it("is read from Windows' own signs", () => {
    expect(decodeFile(bytes(Buffer.from("Müller", "latin1")))).toBe("Müller")
  })

  it("is read from an empty file", () => {
    expect(decodeFile(new ArrayBuffer(0))).toBe("")
  })
})

describe("the example", () => {
  it.each([
    ["en", ","],
    ["de", ";"],
    ["es", ";"],
  ])("in %s can be imported as it is", async (locale, delimiter) => {
    const csv = await textOf(exampleFile(locale, new Date("2026-06-01T00:00:00Z")))
    const file = readImportFile(csv)
    expect(file.delimiter).toBe(delimiter)
    expect(file.rows.map(({ cells }) => cells)).toMatchObject([
      { email: "ada@example.com", sku: "GOLD", ends_at: "2027-12-31" },
      { email: "ben@example.com", discord_user_id: expect.stringMatching(/^\d{18}$/) as string },
    ])
  })
})

describe("the refused rows", () => {
  it("can be imported again, with their reasons and as they were written", async () => {
    const csv = 'email;note;sku\r\nada@example.com;"a;\nb"\r\n'
    const { header, delimiter, rows } = readImportFile(csv)
    const reason_detail = { code: "import.nothing_asked" as const, params: {}, message: "" }
    const refused = rows.map(({ source }) => ({ source, reason_detail }))
    const text = await textOf(
      refusedFile({ header, delimiter }, refused, () => 'No "sku"; mend it'),
    )
    expect(text).toBe(
      '\uFEFFreason;email;note;sku\r\n"No ""sku""; mend it";ada@example.com;"a;\nb"\r\n',
    )
    expect(readImportFile(text).rows.map(({ cells }) => cells)).toEqual(
      rows.map(({ cells }) => cells),
    )
  })
})

describe("what is confirmed", () => {
  const row = (id: string, ...outcomes: ("will_grant" | "will_link" | "refused")[]) => ({
    customer: { id, email: null },
    outcomes,
  })

  it("counts customers, not rows", () => {
    const rows = [
      row("ada", "will_grant", "will_link"),
      row("ada", "will_grant"),
      row("ben", "will_grant"),
      row("eve", "refused"),
    ]
    expect(customersWith(rows, "will_grant")).toBe(2)
    expect(customersWith(rows, "will_link")).toBe(1)
    expect(customersWith(rows, "will_change")).toBe(0)
  })

  it("shows first what is refused", () => {
    const rows = [row("ada", "will_grant"), row("eve", "refused"), row("ben", "will_link")]
    expect(refusedFirst(rows).map(({ customer }) => customer.id)).toEqual(["eve", "ada", "ben"])
  })
})
