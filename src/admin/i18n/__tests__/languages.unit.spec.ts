import i18next from "i18next"
import resources from ".."
import { hasLanguage, loadLanguage } from "../languages"
import { MESSAGES, NAMESPACE } from "../namespace"

/** As the dashboard begins: with English alone. */
async function begun() {
  const instance = i18next.createInstance()
  await instance.init({ resources, lng: "en", fallbackLng: "en" })
  return instance
}

it("has English from the beginning, which stands in for what nobody has translated", async () => {
  const i18n = await begun()
  expect(hasLanguage(i18n, "en")).toBe(true)
  expect(hasLanguage(i18n, "fr")).toBe(true)
  expect(hasLanguage(i18n, "toString")).toBe(true)
})

it.each(["de", "es"])("loads %s when it is used, with what the server says", async (language) => {
  const i18n = await begun()
  expect(hasLanguage(i18n, language)).toBe(false)
  await loadLanguage(i18n, language)
  expect(hasLanguage(i18n, language)).toBe(true)
  for (const key of [`${NAMESPACE}:settings.title`, `${MESSAGES}:server.bot_missing`]) {
    expect(i18n.exists(key, { lng: language, fallbackLng: [] })).toBe(true)
  }
})

it("loads nothing for a language it does not have", async () => {
  const i18n = await begun()
  await loadLanguage(i18n, "fr")
  expect(i18n.hasResourceBundle("fr", NAMESPACE)).toBe(false)
})
