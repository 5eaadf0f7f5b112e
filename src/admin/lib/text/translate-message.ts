import type { TFunction } from "i18next"
import { valuesOf, type Message } from "../../../messages"
import { MESSAGES } from "../../i18n/namespace"
import { localeOf } from "./locale"

/** A message of the server's: with its words in English, for a code that this dashboard does not know yet. */
type Said = Message & { message?: string }

/**
 * Says a message in another language; names, ids and lists as they are, dates in the language's own form.
 *
 * @param language as i18next calls it
 */
export function translateMessage(said: Said, t: TFunction, language: string): string {
  const values = valuesOf(said, (nested) => translateMessage(nested, t, language))
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    name.startsWith("date") ? dateText(value, language) : value,
  ])
  return t(said.code, {
    ns: MESSAGES,
    defaultValue: said.message ?? said.code,
    replace: Object.fromEntries(shown) as Record<string, string>,
    // What a message names is shown as it is, whatever it holds.
    interpolation: { escapeValue: false, skipOnVariables: true },
  })
}

function dateText(iso: string, language: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime())
    ? iso
    : new Intl.DateTimeFormat(localeOf(language), {
        dateStyle: "medium",
        timeStyle: "short",
      }).format(date)
}
