import type { MedusaRequest } from "@medusajs/framework/http"
import { CATALOGUES, type Catalogue } from "../../messages"

type Language = keyof typeof CATALOGUES

/** English first: it is what is answered when no language is asked for. */
const LANGUAGES = Object.keys(CATALOGUES) as Language[]
const STORE = /^\/store(?:\/|$)/i

/** The language of `Accept-Language`, and its texts; English when it names none of ours. */
export function languageOf(req: Pick<MedusaRequest, "acceptsLanguages">): {
  language: Language
  texts: Catalogue
} {
  const asked = req.acceptsLanguages(LANGUAGES)
  const language = LANGUAGES.find((each) => each === asked) ?? "en"
  return { language, texts: CATALOGUES[language] }
}

/** The texts in the language of `Accept-Language`. */
export function textsAskedFor(req: Pick<MedusaRequest, "acceptsLanguages">): Catalogue {
  return languageOf(req).texts
}

/**
 * The texts for whoever reads a route's refusal: a customer has their browser's language. An admin's is the dashboard's, which
 * puts the codes into words itself; programs read English.
 */
export function textsOfReader(
  req: Pick<MedusaRequest, "acceptsLanguages" | "baseUrl" | "path">,
): Catalogue {
  return STORE.test(`${req.baseUrl}${req.path}`) ? textsAskedFor(req) : CATALOGUES.en
}
