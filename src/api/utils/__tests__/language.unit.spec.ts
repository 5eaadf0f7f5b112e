import { request } from "express"
import type { MedusaRequest } from "@medusajs/framework/http"
import { CATALOGUES } from "../../../messages"
import { textsAskedFor, textsOfReader } from "../language"

/** A request as Express makes it. */
function asking(language: string | undefined, path = "/store/discord"): MedusaRequest {
  const headers = language === undefined ? {} : { "accept-language": language }
  return Object.create(request, {
    headers: { value: headers },
    baseUrl: { value: "" },
    path: { value: path },
  }) as MedusaRequest
}

it.each<[language: string | undefined, expected: keyof typeof CATALOGUES]>([
  [undefined, "en"],
  ["*", "en"],
  ["", "en"],
  ["de", "de"],
  ["DE", "de"],
  ["es-MX", "es"],
  ["de-CH, fr;q=0.9", "de"],
  ["fr, it;q=0.9", "en"],
  ["fr, es;q=0.3, de;q=0.6", "de"],
  ["de;q=0, es;q=0.1", "es"],
  ["nonsense;;;q=x", "en"],
])("%j is answered in %s", (language, expected) => {
  expect(textsAskedFor(asking(language))).toBe(CATALOGUES[expected])
})

it.each<[path: string, expected: keyof typeof CATALOGUES]>([
  ["/store/discord/connect", "de"],
  ["/Store/products/p/discord-roles", "de"],
  ["/admin/discord/servers", "en"],
  ["/storefront", "en"],
])("a refusal of %s is read in %s by who asks for German", (path, expected) => {
  expect(textsOfReader(asking("de", path))).toBe(CATALOGUES[expected])
})
