import { Alert, Button } from "@medusajs/ui"
import { useEffect, useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { hasLanguage, loadLanguage } from "../../i18n/languages"

/** Shows its children once their texts are at hand in the admin's language, and nothing for the moment before. */
export const Translated = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation()
  const { language } = i18n
  const [tried, setTried] = useState({ language, times: 0, failed: false })
  const isReady = hasLanguage(i18n, language)
  const { times } = tried
  useEffect(() => {
    let isShown = true
    const tell = (failed: boolean) => isShown && setTried({ language, times, failed })
    if (!isReady) {
      loadLanguage(i18n, language).then(
        () => tell(false),
        () => tell(true),
      )
    }
    return () => {
      isShown = false
    }
  }, [i18n, language, isReady, times])

  if (isReady) {
    return children
  }
  return tried.failed && tried.language === language ? (
    <Untranslated onRetry={() => setTried({ language, times: times + 1, failed: false })} />
  ) : null
}

/** In English, since there is nothing to say it by in another language. */
const Untranslated = ({ onRetry }: { onRetry: () => void }) => (
  <Alert variant="error">
    The texts of Discord Roles could not be loaded. The rest of this page works.{" "}
    <Button size="small" variant="transparent" onClick={onRetry}>
      Try again
    </Button>
  </Alert>
)
