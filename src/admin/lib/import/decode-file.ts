const UTF_16: readonly (readonly [label: string, bom: readonly number[]])[] = [
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
]

/** The text of a file: UTF-8, UTF-16 with its BOM, or else what Excel in Western Europe writes by itself. */
export function decodeFile(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes)
  const wide = UTF_16.find(([, bom]) => bom[0] === first && bom[1] === second)
  if (wide) {
    return new TextDecoder(wide[0]).decode(bytes)
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
