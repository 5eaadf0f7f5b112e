import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE, SENTENCES } from "../i18n/namespace"
import { localeOf } from "../lib/locale"
import type { Catalogue } from "../lib/sentence-template"
import { translateSentence } from "../lib/translate-sentence"

/** Says what the server wrote in the admin's language. Whatever there is no translation for stays as the server wrote it. */
export function useSentence(): (text: string) => string {
  const { i18n } = useTranslation(NAMESPACE)
  const { language } = i18n
  return useCallback(
    (text) => {
      const catalogue = i18n.getResourceBundle(language, SENTENCES) as Catalogue | undefined
      return catalogue ? translateSentence(text, catalogue, localeOf(language)) : text
    },
    [i18n, language],
  )
}
