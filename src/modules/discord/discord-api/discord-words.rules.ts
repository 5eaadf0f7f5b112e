const MAX_CHARACTERS = 200
/** Longer than any id or word: what looks like this may be a token. */
const SECRET = /[\w.~+/=-]{24,}/g
// eslint-disable-next-line no-control-regex -- they would break lines, or hide words
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g

/**
 * What Discord said of a refusal, as it may be shown and logged: one line, not long, and nothing in it that could be a
 * secret, whatever stands between here and Discord.
 *
 * @returns null when nothing is left
 */
export function discordWords(said: unknown): string | null {
  if (typeof said !== "string") {
    return null
  }
  const [line = ""] = said.split("\n")
  const plain = wellFormed(line).replace(CONTROL, " ").replace(SECRET, "***").trim()
  const cut = cutTo(plain.replace(/\s+/g, " "), MAX_CHARACTERS).trim()
  return cut || null
}

/** A name as it may be shown: one line, and nothing in it that hides or turns around what stands beside it. */
export function plainWords(text: string): string {
  return wellFormed(text).replace(CONTROL, " ").replace(/\s+/g, " ").trim()
}

/** Cuts a text to so many UTF-16 units, and never inside a character. */
export function cutTo(text: string, units: number): string {
  let length = 0
  for (const character of wellFormed(text)) {
    if (length + character.length > units) {
      return wellFormed(text).slice(0, length)
    }
    length += character.length
  }
  return wellFormed(text)
}

/** Halves of a character that was cut before cannot be sent: each becomes the sign for what is unknown. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd")
}
