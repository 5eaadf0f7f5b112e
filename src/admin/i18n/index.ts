import { CATALOGUES } from "../../messages"
import de from "./json/de"
import en from "./json/en"
import es from "./json/es"
import { MESSAGES, NAMESPACE } from "./namespace"

// One folder a language, named by the dashboard's language code; what a language lacks falls back to English.
export default {
  en: { [NAMESPACE]: en, [MESSAGES]: CATALOGUES.en },
  de: { [NAMESPACE]: de, [MESSAGES]: CATALOGUES.de },
  es: { [NAMESPACE]: es, [MESSAGES]: CATALOGUES.es },
}
