import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import fc from "fast-check"
import translations from ".."
import { findSentences, translateSentence } from "../../lib/translate-sentence"
import { SENTENCES } from "../namespace"
import { serverSentences, type Names } from "./server-sentences"

const NAMES: Names = {
  role: "Gold. {{role}} $& (.*) [x] \\d+ Co",
  other_role: "Silver; has a name, too. The bot",
  server: "Tom & Jerry's. {{server}} $1",
  note: "VIP (since 2019). $' {{note}}",
}
const SAID = serverSentences(NAMES)
const LANGUAGES = { de: translations.de[SENTENCES], es: translations.es[SENTENCES] }

/** What names may hold that means something to a template, a pattern or a list. */
const TRAPS = [
  ". ",
  ".",
  " ",
  "{{role}}",
  "$&",
  "$1",
  "(",
  ").",
  ".*",
  "; ",
  ", ",
  " has ",
  "The",
  "A",
]
const joined = (parts: string[]) => parts.join("")

const placeholders = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort()

it("speaks the same sentences in each language", () => {
  expect(SAID.length).toBeGreaterThan(300)
  expect(Object.keys(LANGUAGES.es)).toEqual(Object.keys(LANGUAGES.de))
})

describe.each(Object.entries(LANGUAGES))("what the server says, in %s", (language, catalogue) => {
  it("is translated, whatever it says", () => {
    const untranslated = SAID.filter(({ text }) => findSentences(text, catalogue) === null)
    expect(untranslated.map(({ text }) => text)).toEqual([])
  })

  it("names whatever it names in English", () => {
    for (const { text, names } of SAID) {
      const words = translateSentence(text, catalogue, language)
      expect({ words, lost: names.filter((name) => !words.includes(name)) }).toEqual({
        words,
        lost: [],
      })
    }
  })

  it("has no translation of what nobody says", () => {
    const used = new Set(
      SAID.flatMap(({ text }) => findSentences(text, catalogue) ?? []).map(({ key }) => key),
    )
    expect(Object.keys(catalogue).filter((key) => !used.has(key))).toEqual([])
  })

  it("fills in what English fills in, and leaves nothing empty or in English", () => {
    for (const [key, text] of Object.entries(catalogue)) {
      expect({ key, filled: placeholders(text) }).toEqual({ key, filled: placeholders(key) })
      expect(text.trim()).not.toBe("")
    }
    // Discord's name for it is the same in German.
    const same = Object.entries(catalogue).filter(([key, text]) => key === text)
    expect(same.map(([key]) => key)).toEqual(language === "de" ? ["Administrator"] : [])
  })

  it("stays whole, however roles, servers and notes are called", () => {
    // Marked, so that none is found where it is not meant.
    const name = fc
      .oneof(fc.string({ unit: "grapheme" }), fc.array(fc.constantFrom(...TRAPS)).map(joined))
      .map((text) => `<${text}>`)
    const names = fc.record({ role: name, other_role: name, server: name, note: name })
    fc.assert(
      fc.property(names, (called) => {
        const naming = serverSentences(called).filter(({ names }) => names.length > 0)
        for (const { text, names } of naming) {
          const words = translateSentence(text, catalogue, language)
          expect(words).not.toBe(text)
          expect(names.filter((name) => !words.includes(name))).toEqual([])
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe("where the server says it", () => {
  const root = path.resolve(__dirname, "../../..")
  const sources = ["api", "modules", "workflows"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((file) => path.posix.join(folder, file))
      .filter((file) => file.endsWith(".ts") && !file.includes("__tests__")),
  )
  const files = (pattern: RegExp) =>
    sources.filter((file) => pattern.test(readFileSync(path.join(root, file), "utf8"))).sort()

  it("is the domain, where the sentences above are found", () => {
    // What a storefront, or a developer's own call of a workflow is told: no admin reads it.
    expect(files(/new MedusaError\(\s*[\w.]+,\s*["'`]/)).toEqual([
      "api/utils/redirects.ts",
      "workflows/entitlement/steps/access-input.ts",
      "workflows/entitlement/steps/refresh-subscription-entitlements.ts",
      "workflows/entitlement/utils/subscription-source.ts",
    ])
  })

  it("is the domain for what cannot be read, too", () => {
    expect(files(/reportSourceFailure\([^[]*\[\s*["'`]/)).toEqual([])
  })

  it("is the domain for the activity log, too", () => {
    expect(files(/\bmessage:\s*["'`]/).filter((file) => !file.includes("discord/domain/"))).toEqual(
      [],
    )
  })
})
