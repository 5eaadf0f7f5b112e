import i18next, { type i18n as I18n } from "i18next"
import { getI18n, setI18n } from "react-i18next"
import resources from "../../i18n"

/**
 * The dashboard hands its translations to its own copy of react-i18next. In a store that holds another one, ours has none and
 * would show keys in place of words.
 */
export function ensureTranslations(): void {
  // Undefined until somebody has set it, whatever its type says.
  const given = getI18n() as I18n | undefined
  if (given === undefined) {
    setI18n(i18next.isInitialized ? i18next : ownTranslations())
  }
}

function ownTranslations(): I18n {
  // react-i18next adds to this type what it adds at run time when it is given an instance.
  const own = i18next.createInstance() as I18n
  // Done when it returns, as English is at hand. The dashboard keeps the admin's language under this name.
  void own.init({
    resources,
    lng: window.localStorage.getItem("lng") ?? "en",
    fallbackLng: "en",
    interpolation: { escapeValue: false },
  })
  return own
}
