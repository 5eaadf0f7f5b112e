import { en } from "./en"
import type { Catalogue, Message, MessageDetail, MessageParam } from "./message"

const PLACEHOLDER = /\{\{(\w+)\}\}/g
/** What a list is joined by, where it is not one of names. */
const SEPARATORS: Readonly<Record<string, string>> = { sentences: " ", grants: "; " }

/**
 * Puts a message into words.
 *
 * @param message which sentence, and what it names
 * @param texts of which language; English when left out
 */
export function render(message: Message, texts: Catalogue = en): string {
  const values = valuesOf(message, (nested) => render(nested, texts))
  return textOf(message.code, texts).replace(PLACEHOLDER, (_, name: string) => values[name] ?? "")
}

/**
 * What a message names, in words.
 *
 * @param message whose params are meant
 * @param say puts a message within it into words
 */
export function valuesOf(
  message: Pick<Message, "params">,
  say: (nested: Message) => string,
): Record<string, string> {
  const words = (name: string, value: MessageParam): string => {
    if (typeof value === "string" || typeof value === "number") {
      return String(value)
    }
    return "code" in value
      ? say(value)
      : value.map((each) => words(name, each)).join(SEPARATORS[name] ?? ", ")
  }
  return Object.fromEntries(
    Object.entries(message.params).map(([name, value]) => [name, words(name, value)]),
  )
}

/** A message with its words in English, as the routes answer it. */
export function detailed(message: Message): MessageDetail {
  return { ...message, message: render(message) }
}

function textOf(code: Message["code"], texts: Catalogue): string {
  const [group = "", key = ""] = code.split(".")
  return (texts as Readonly<Record<string, Readonly<Record<string, string>>>>)[group]?.[key] ?? code
}
