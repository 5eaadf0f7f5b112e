import en from "./json/en.json"
import { NAMESPACE } from "./namespace"

// One file a language, named by the dashboard's language code; what a language lacks falls back to English.
export default {
  en: { [NAMESPACE]: en },
}
