import { en } from "./en"
import { say, type Catalogue, type Message, type MessageDetail } from "./message"
import { render } from "./render"

/** A field with words, and one beside it with what they are made of. */
export type Answered<Field extends string, Nothing extends null = never> = {
  [Name in Field]: string | Nothing
} & { [Name in `${Field}_detail`]: MessageDetail | Nothing }

/**
 * A message in an answer: `{ <field>, <field>_detail }`.
 *
 * @param field how the answer calls it, e.g. `reason`
 * @param message which sentence, and what it names
 * @param texts in whose language; English when left out
 */
export function answered<Field extends string, Given extends Message | null>(
  field: Field,
  message: Given,
  texts: Catalogue = en,
): Answered<Field, Extract<Given, null>> {
  const words = message && render(message, texts)
  return {
    [field]: words,
    [`${field}_detail`]: message && { code: message.code, params: message.params, message: words },
  } as Answered<Field, Extract<Given, null>>
}

/** What was found, and what to do about it. */
interface Finding {
  message: Message
  /** Null when all is well. */
  fix: Message | null
}

/** A finding in an answer: `{ message, message_detail, fix, fix_detail }` beside whatever else it tells. */
export type AnsweredFinding<Found extends Finding> = Omit<Found, keyof Finding> &
  Answered<"message"> &
  Answered<"fix", null>

/** A check, or a step of a test, as the routes answer it. */
export function answeredFinding<Found extends Finding>(found: Found): AnsweredFinding<Found> {
  const { message, fix, ...rest } = found
  return { ...rest, ...answered("message", message), ...answered("fix", fix) }
}

/** A message as it is written into the database: its words in English, and the JSON of what they are made of. */
export function columnsOf<Given extends Message | null>(
  message: Given,
): { words: string | Extract<Given, null>; detail: string | Extract<Given, null> } {
  return (
    message === null
      ? { words: null, detail: null }
      : { words: render(message), detail: JSON.stringify(message) }
  ) as { words: string | Extract<Given, null>; detail: string | Extract<Given, null> }
}

/**
 * What stands in the database: the words, and what they are made of. Words that were written before there were codes, or by
 * a newer version with codes of its own, stay as they are.
 */
export function stored(words: string, detail: Message | null): Message
export function stored(words: string | null, detail: Message | null): Message | null
export function stored(words: string | null, detail: Message | null): Message | null {
  if (words === null) {
    return null
  }
  return detail && isKnown(detail.code)
    ? { code: detail.code, params: detail.params }
    : say("activity.as_written", { words })
}

/**
 * The same of a row that is written again and again, perhaps by a process of an older version, which knows no details and
 * leaves the last one there: words that it does not say are newer than it.
 */
export function rewritten(words: string, detail: Message | null): Message
export function rewritten(words: string | null, detail: Message | null): Message | null
export function rewritten(words: string | null, detail: Message | null): Message | null {
  const message = stored(words, detail)
  return message && words !== null && render(message) !== words ? stored(words, null) : message
}

function isKnown(code: string): boolean {
  const [group = "", key = ""] = code.split(".")
  const texts: Readonly<Record<string, object>> = en
  return Object.hasOwn(texts, group) && Object.hasOwn(texts[group] ?? {}, key)
}
