import de from "./json/de"
import deSentences from "./json/de/sentences.json"
import en from "./json/en"
import es from "./json/es"
import esSentences from "./json/es/sentences.json"
import { NAMESPACE, SENTENCES } from "./namespace"

// One folder a language, named by the dashboard's language code; what a language lacks falls back to English.
export default {
  // The server writes its sentences in English.
  en: { [NAMESPACE]: en },
  de: { [NAMESPACE]: de, [SENTENCES]: deSentences },
  es: { [NAMESPACE]: es, [SENTENCES]: esSentences },
}
