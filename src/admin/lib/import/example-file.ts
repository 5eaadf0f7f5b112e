/** Excel takes it for UTF-8 by this. */
export const BOM = "\uFEFF"

/** A file to begin with: access for the one, a link for the other. Excel parts cells by semicolons where numbers have commas. */
export function exampleFile(locale: string, now: Date): Blob {
  const delimiter = new Intl.NumberFormat(locale).format(1.5).includes(",") ? ";" : ","
  const endOfNextYear = `${now.getUTCFullYear() + 1}-12-31`
  const rows = [
    ["email", "sku", "ends_at", "note", "reference", "discord_user_id"],
    ["ada@example.com", "GOLD", endOfNextYear, "Prize", "prize-1", ""],
    ["ben@example.com", "", "", "", "", "123456789012345678"],
  ]
  const text = rows.map((cells) => `${cells.join(delimiter)}\r\n`).join("")
  return new Blob([BOM, text], { type: "text/csv" })
}
