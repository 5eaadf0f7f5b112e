import i18next from "i18next"
import resources from ".."
import { hasLanguage, loadLanguage } from "../languages"
import { MESSAGES, NAMESPACE } from "../namespace"

/** As the dashboard begins: with the entry in its menu. */
async function begun() {
  const instance = i18next.createInstance()
  // What is loaded is added to what it is given.
  await instance.init({ resources: structuredClone(resources), lng: "en", fallbackLng: "en" })
  return instance
}

it.each(["en", "de", "es"])(
  "loads %s when it is used, with what the server says",
  async (language) => {
    const i18n = await begun()
    expect(hasLanguage(i18n, language)).toBe(false)
    await loadLanguage(i18n, language)
    expect(hasLanguage(i18n, language)).toBe(true)
    for (const key of [
      `${NAMESPACE}:settings.title`,
      `${NAMESPACE}:settings.loading`,
      `${MESSAGES}:server.bot_missing`,
    ]) {
      expect(i18n.exists(key, { lng: language, fallbackLng: [] })).toBe(true)
    }
  },
)

it.each(["fr", "toString"])(
  "tells in English what nobody has translated to %s",
  async (language) => {
    const i18n = await begun()
    expect(hasLanguage(i18n, language)).toBe(false)
    await loadLanguage(i18n, language)
    expect(hasLanguage(i18n, language)).toBe(true)
    expect(i18n.hasResourceBundle(language, NAMESPACE)).toBe(false)
    expect(i18n.exists(`${NAMESPACE}:settings.loading`, { lng: language })).toBe(true)
  },
)

it("has one name in the menu, whatever the language", async () => {
  const i18n = await begun()
  const name = i18n.t("settings.title", { ns: NAMESPACE })
  for (const language of ["en", "de", "es"]) {
    await loadLanguage(i18n, language)
    expect(i18n.t("settings.title", { ns: NAMESPACE, lng: language })).toBe(name)
  }
})
