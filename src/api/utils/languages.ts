import type { MedusaRequest } from "@medusajs/framework/http"
import { CATALOGUES, type Catalogue } from "../../messages"

type Language = keyof typeof CATALOGUES

const LANGUAGES = Object.keys(CATALOGUES)

/** The language that a request asks for by `Accept-Language`, and its texts; English when it asks for none that there is. */
export function languageOf(req: Pick<MedusaRequest, "acceptsLanguages">): {
  language: Language
  texts: Catalogue
} {
  const language = (req.acceptsLanguages(LANGUAGES) || "en") as Language
  return { language, texts: CATALOGUES[language] }
}
