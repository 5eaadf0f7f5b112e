import type { i18n as I18n } from "i18next"
import { MESSAGES } from "./namespace"

/** Where a language's texts are put. */
type Texts = Pick<I18n, "hasResourceBundle" | "addResourceBundle">

/** By the dashboard's code. */
const LANGUAGES = {
  en: async () => (await import("./en")).default,
  de: async () => (await import("./de")).default,
  es: async () => (await import("./es")).default,
}

/** Whether all is at hand that `language` can be told in: a language that is not known is told in English. */
export function hasLanguage(i18n: Texts, language: string): boolean {
  return i18n.hasResourceBundle(toldIn(language), MESSAGES)
}

/** Fetches a language's texts. @throws what the browser says when they cannot be fetched */
export async function loadLanguage(i18n: Texts, language: string): Promise<void> {
  const told = toldIn(language)
  for (const [namespace, texts] of Object.entries(await LANGUAGES[told]())) {
    i18n.addResourceBundle(told, namespace, texts, true, true)
  }
}

function toldIn(language: string): keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, language) ? (language as keyof typeof LANGUAGES) : "en"
}
