/**
 * Sentences of the server's, in English, with `{{placeholders}}` for what they name -> the same in another language. The
 * English sentence is the key, so that what is stored (an activity entry, a member's last error) needs no code beside it.
 */
export type Catalogue = Readonly<Record<string, string>>

/** A sentence as the server says it, whatever it names. */
export interface Template {
  key: string
  names: readonly string[]
  /** What it begins and ends with, whatever it names: most candidates fall out by these alone. */
  start: string
  end: string
  pattern: RegExp
  /** Whether it may begin after another sentence, and end before one; else only with the text. */
  follows: boolean
  precedes: boolean
}

/** Splits a text into words (even parts) and names of placeholders (odd parts). */
export const PLACEHOLDER = /\{\{(\w+)\}\}/

const compiled = new WeakMap<Catalogue, Template[]>()

/** Those that say most before they name anything come first, and then those that say most at all. */
export function templatesOf(catalogue: Catalogue): readonly Template[] {
  const known = compiled.get(catalogue)
  if (known) {
    return known
  }
  const keys = Object.keys(catalogue)
  const terms = keys.filter(isTerm)
  const templates = keys
    .map((key) => compile(key, terms))
    .sort((a, b) => b.start.length - a.start.length || wordsOf(b).length - wordsOf(a).length)
  compiled.set(catalogue, templates)
  return templates
}

/** What a text names if it is such a sentence, by placeholder; null when it is another one. */
export function match({ end, names, pattern }: Template, text: string): Map<string, string> | null {
  if (!text.endsWith(end)) {
    return null
  }
  const groups = pattern.exec(text)?.slice(1)
  return groups ? new Map(names.map((name, index) => [name, groups[index] ?? ""])) : null
}

export function isDate(placeholder: string): boolean {
  return placeholder.startsWith("date")
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
      return `(?:\\${names.indexOf(part) + 1})`
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

function wordsOf({ key }: Template): string {
  return key.replaceAll(/\{\{\w+\}\}/g, "")
}
