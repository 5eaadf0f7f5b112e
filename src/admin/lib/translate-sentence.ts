import { type Catalogue, isDate, match, PLACEHOLDER, templatesOf } from "./sentence-template"

/** One sentence found in a text. */
export interface FoundSentence {
  key: string
  values: ReadonlyMap<string, string>
}

/** What stands for something the catalogue has words for itself, and what several of them are joined by. */
const NESTED: ReadonlyMap<string, string | null> = new Map([
  ["why", null],
  ["status", null],
  ["grants", "; "],
  ["permissions", ", "],
])

/**
 * Says a text of the server's in another language: sentence by sentence, with every name, id and list as it was; dates in
 * the locale. A text that is not made of known sentences alone stays in English as a whole.
 *
 * @param locale as `Intl` knows it
 */
export function translateSentence(text: string, catalogue: Catalogue, locale: string): string {
  const found = findSentences(text, catalogue)
  return found ? found.map((sentence) => fill(sentence, catalogue, locale)).join(" ") : text
}

/** The sentences that a text consists of, joined by a space; null when anything in it is not known. */
export function findSentences(text: string, catalogue: Catalogue): FoundSentence[] | null {
  const templates = templatesOf(catalogue)
  const ends = [...text.matchAll(/ |$/g)].map(({ index }) => index)
  /** By where it begins: a rest that was looked at once is not looked at again. */
  const known = new Map<number, FoundSentence[] | null>()

  const from = (at: number): FoundSentence[] | null => {
    if (at > text.length) {
      return []
    }
    const before = known.get(at)
    if (before !== undefined) {
      return before
    }
    const found = look(at)
    known.set(at, found)
    return found
  }
  // The shortest that leaves a rest which is understood: a name may hold full stops and spaces, too.
  const look = (at: number): FoundSentence[] | null => {
    for (const template of templates) {
      if (!text.startsWith(template.start, at) || (at > 0 && !template.follows)) {
        continue
      }
      for (const end of template.precedes ? ends : [text.length]) {
        const values = end > at ? match(template, text.slice(at, end)) : null
        const rest = values && from(end + 1)
        if (values && rest) {
          return [{ key: template.key, values }, ...rest]
        }
      }
    }
    return null
  }
  return from(0)
}

function fill({ key, values }: FoundSentence, catalogue: Catalogue, locale: string): string {
  const words = (catalogue[key] ?? key).split(PLACEHOLDER)
  // Split by a group, every second part is the name of a placeholder.
  return words
    .map((part, index) =>
      index % 2 === 0 ? part : say(part, values.get(part) ?? "", catalogue, locale),
    )
    .join("")
}

function say(name: string, value: string, catalogue: Catalogue, locale: string): string {
  const separator = NESTED.get(name)
  if (separator !== undefined) {
    const parts = separator === null ? [value] : value.split(separator)
    return parts.map((part) => translateSentence(part, catalogue, locale)).join(separator ?? "")
  }
  return isDate(name) ? dateText(value, locale) : value
}

function dateText(iso: string, locale: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(date)
}
