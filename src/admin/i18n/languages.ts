import type { i18n as I18n } from "i18next"
import { NAMESPACE } from "./namespace"

/** Where a language's texts are put. */
type Texts = Pick<I18n, "hasResourceBundle" | "addResourceBundle">

/** Languages beside English, by the dashboard's code. */
const LANGUAGES = {
  de: async () => (await import("./de")).default,
  es: async () => (await import("./es")).default,
}

/** Languages that could not be loaded: until the page is loaded anew, English stands in. */
const missing = new Set<string>()

/** Whether all is at hand that `language` can be told in: a language that is not known is told in English. */
export function hasLanguage(i18n: Texts, language: string): boolean {
  return !isKnown(language) || missing.has(language) || i18n.hasResourceBundle(language, NAMESPACE)
}

/** Fetches a language's texts. Never fails: without them there is English. */
export async function loadLanguage(i18n: Texts, language: string): Promise<void> {
  if (hasLanguage(i18n, language) || !isKnown(language)) {
    return
  }
  try {
    const namespaces = await LANGUAGES[language]()
    for (const [namespace, texts] of Object.entries(namespaces)) {
      i18n.addResourceBundle(language, namespace, texts)
    }
  } catch (error) {
    console.warn(`Discord Roles: the texts in "${language}" could not be loaded`, error)
    missing.add(language)
  }
}

function isKnown(language: string): language is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, language)
}
