import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import de from "../de"
import en from "../en"
import es from "../es"
import { ROLE_OBSTACLES } from "../../../modules/discord/application/setup-progress.rules"
import { ENDED_BY_HAND } from "../../../modules/discord/entitlement/manual-access.rules"
import { ORDER_END_REASONS } from "../../../modules/discord/entitlement/order-entitlements.rules"
import {
  ACTIVITY_ACTIONS,
  MEMBERSHIP_STATUSES,
  SYNC_RUN_KINDS,
  SYNC_RUN_STATUSES,
} from "../../../modules/discord/statuses.rules"
import { SUBSCRIPTION_END_REASONS } from "../../../modules/discord/subscription/subscription-facts.rules"
import { CUSTOMER_DELETED } from "../../../modules/discord/entitlement/entitlement.store"
import { NAMESPACE } from "../namespace"

const translations = { en, de, es }

type Texts = { [key: string]: string | Texts }

/** Every text by its whole key, plural forms under the key they belong to. */
function flatten(texts: Texts, path = ""): Map<string, Map<string, string>> {
  const flat = new Map<string, Map<string, string>>()
  for (const [key, value] of Object.entries(texts)) {
    const whole = path === "" ? key : `${path}.${key}`
    if (typeof value === "string") {
      const [, base = whole, plural = ""] =
        /^(.*?)(?:_(zero|one|two|few|many|other))?$/.exec(whole) ?? []
      flat.set(base, (flat.get(base) ?? new Map<string, string>()).set(plural, value))
    } else {
      flatten(value, whole).forEach((forms, inner) => flat.set(inner, forms))
    }
  }
  return flat
}

const placeholders = (text: string) =>
  [...new Set(text.match(/\{\{\w+(?:, \w+)?\}\}/g) ?? [])].sort()

const english = flatten(translations.en[NAMESPACE])
const others = Object.entries(translations).filter(([language]) => language !== "en")

describe.each(others)("the dashboard in %s", (language, { [NAMESPACE]: texts }) => {
  const translated = flatten(texts)

  it("has every text, and none that English lacks", () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it("fills in what English fills in", () => {
    for (const [key, forms] of translated) {
      const known = new Set([...(english.get(key)?.values() ?? [])].flatMap(placeholders))
      for (const text of forms.values()) {
        expect({ key, unknown: placeholders(text).filter((name) => !known.has(name)) }).toEqual({
          key,
          unknown: [],
        })
      }
      expect({
        key,
        filled: [...new Set([...forms.values()].flatMap(placeholders))].sort(),
      }).toEqual({
        key,
        filled: [...known].sort(),
      })
    }
  })

  it("has each plural form that the language counts with", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [key, forms] of translated) {
      if (!forms.has("")) {
        expect({ key, missing: categories.filter((form) => !forms.has(form)) }).toEqual({
          key,
          missing: [],
        })
      }
    }
  })

  it("counts in the language's own figures", () => {
    const raw = [...translated].filter(([, forms]) =>
      [...forms.values()].some((text) => text.includes("{{count}}")),
    )
    expect(raw.map(([key]) => key)).toEqual([])
  })

  it("leaves no text empty", () => {
    const empty = [...translated].filter(([, forms]) =>
      [...forms.values()].some((text) => !text.trim()),
    )
    expect(empty).toEqual([])
  })
})

describe("what the dashboard says", () => {
  const admin = path.resolve(__dirname, "../..")
  const sources = readdirSync(admin, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes("__tests__"))
    .map((file) => readFileSync(path.join(admin, file), "utf8"))
  const asked = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key = ""]) => key),
  )
  const begun = sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)].map(([, start = ""]) => start),
  )

  it("is asked for by keys that exist", () => {
    expect(asked.length).toBeGreaterThan(100)
    expect([...new Set(asked)].filter((key) => !english.has(key))).toEqual([])
  })

  it("is asked for by beginnings of keys that exist", () => {
    expect(begun.length).toBeGreaterThan(5)
    expect(
      [...new Set(begun)].filter(
        (start) => ![...english.keys()].some((key) => key.startsWith(start)),
      ),
    ).toEqual([])
  })

  it("has words for every stored status, action and reason", () => {
    const words = [
      ...ORDER_END_REASONS.map((reason) => `access.endReason.${reason}`),
      ...SUBSCRIPTION_END_REASONS.map((reason) => `access.endReason.${reason}`),
      ...[ENDED_BY_HAND, CUSTOMER_DELETED].map((reason) => `access.endReason.${reason}`),
      ...ACTIVITY_ACTIONS.map((action) => `activity.action.${action}`),
      ...MEMBERSHIP_STATUSES.map((status) => `members.status.${status}`),
      ...SYNC_RUN_KINDS.map((kind) => `bulk.kind.${kind}`),
      ...SYNC_RUN_STATUSES.map((status) => `bulk.status.${status}`),
      ...ROLE_OBSTACLES.map((obstacle) => `setup.position.${obstacle}`),
    ]
    expect(words.filter((key) => !english.has(key))).toEqual([])
  })
})
