import { useEffect, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { hasLanguage, loadLanguage } from "../../i18n/languages"

/** Shows its children once their texts are at hand in the admin's language, and nothing for the moment before. */
export const Translated = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const [, setLoaded] = useState<string>()
  const isReady = hasLanguage(i18n, language)
  useEffect(() => {
    let isShown = true
    if (!isReady) {
      void loadLanguage(i18n, language).then(() => isShown && setLoaded(language))
    }
    return () => {
      isShown = false
    }
  }, [i18n, language, isReady])
  return isReady ? children : null
}
