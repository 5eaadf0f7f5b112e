/**
 * Sentences of the server's, in English, with `{{placeholders}}` for what they name -> the same in another language. The
 * English sentence is the key, so that what is stored (an activity entry, a member's last error) needs no code beside it.
 */
export type Catalogue = Readonly<Record<string, string>>

/** One sentence found in a text. */
export interface FoundSentence {
  key: string
  values: ReadonlyMap<string, string>
}

interface Template {
  key: string
  names: readonly string[]
  /** What the sentence begins and ends with, whatever it names: most candidates fall out by these alone. */
  start: string
  end: string
  pattern: RegExp
  /** Whether it may begin after another sentence, and end before one; else only with the text. */
  follows: boolean
  precedes: boolean
}

const PLACEHOLDER = /\{\{(\w+)\}\}/
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

function match({ end, names, pattern }: Template, text: string): Map<string, string> | null {
  if (!text.endsWith(end)) {
    return null
  }
  const groups = pattern.exec(text)?.slice(1)
  return groups ? new Map(names.map((name, index) => [name, groups[index] ?? ""])) : null
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

const compiled = new WeakMap<Catalogue, Template[]>()

/** Compiled once; those that say most before they name anything come first, and then those that say most at all. */
function templatesOf(catalogue: Catalogue): Template[] {
  const keys = Object.keys(catalogue)
  const templates = compiled.get(catalogue) ?? keys.map((key) => compile(key, keys.filter(isTerm)))
  if (!compiled.has(catalogue)) {
    const length = ({ key }: Template) => key.replaceAll(/\{\{\w+\}\}/g, "").length
    templates.sort((a, b) => b.start.length - a.start.length || length(b) - length(a))
    compiled.set(catalogue, templates)
  }
  return templates
}

/** @param terms what a list in a sentence may consist of, where it is one of words and not of names */
function compile(key: string, terms: readonly string[]): Template {
  const parts = key.split(PLACEHOLDER)
  const names: string[] = []
  const pattern = parts.map((part, index) => {
    if (index % 2 === 0) {
      return escaped(part)
    }
    if (names.includes(part)) {
      // Named twice, it is the same both times.
      return `\\${names.indexOf(part) + 1}`
    }
    names.push(part)
    if (part === "permissions") {
      const term = `(?:${terms.map(escaped).join("|")})`
      return `(${term}(?:, ${term})*)`
    }
    // A name may hold anything, an id or a date no space.
    return part.endsWith("id") || isDate(part) ? "(\\S+)" : "(.+)"
  })
  return {
    key,
    names,
    start: parts[0] ?? "",
    end: parts.length > 1 ? (parts.at(-1) ?? "") : key,
    pattern: new RegExp(`^${pattern.join("")}$`, "s"),
    // What begins with a name would take any words before it for that name.
    follows: !key.startsWith("{{"),
    precedes: endsSentence(key),
  }
}

function endsSentence(key: string): boolean {
  return key.endsWith(".") || key.endsWith("{{why}}")
}

/** A word of its own, such as the name of a permission. */
function isTerm(key: string): boolean {
  return !endsSentence(key) && !PLACEHOLDER.test(key)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
}

function isDate(placeholder: string): boolean {
  return placeholder.startsWith("date")
}
