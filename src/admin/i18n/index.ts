import de from "./json/de"
import en from "./json/en"
import es from "./json/es"
import { NAMESPACE } from "./namespace"

// One folder a language, named by the dashboard's language code; what a language lacks falls back to English.
export default {
  en: { [NAMESPACE]: en },
  de: { [NAMESPACE]: de },
  es: { [NAMESPACE]: es },
}
