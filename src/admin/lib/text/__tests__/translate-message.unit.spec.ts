import fc from "fast-check"
import i18next from "i18next"
import { CATALOGUES, say, type Message, type MessageDetail } from "../../../../messages"
import resources from "../../../i18n"
import { loadLanguage } from "../../../i18n/languages"
import { translateMessage } from "../translate-message"

/** As the dashboard begins: it escapes nothing itself. */
async function inLanguage(lng: string): Promise<ReturnType<typeof i18next.createInstance>> {
  const instance = i18next.createInstance()
  await instance.init({ resources, lng, fallbackLng: "en", interpolation: { escapeValue: false } })
  await loadLanguage(instance, lng)
  return instance
}

async function translated(language: string, message: Message): Promise<string> {
  const { t } = await inLanguage(language)
  return translateMessage(message, t, language)
}

it("says a message in each language", async () => {
  expect(await translated("en", say("server.bot_missing"))).toBe("The bot is not in the server.")
  expect(await translated("de", say("server.bot_missing"))).toBe(CATALOGUES.de.server.bot_missing)
  expect(await translated("es", say("server.bot_missing"))).toBe(CATALOGUES.es.server.bot_missing)
})

it("says it in English where there are no texts in a language", async () => {
  expect(await translated("fr", say("server.bot_missing"))).toBe("The bot is not in the server.")
})

it("says what is within a message in the same language, and joins lists", async () => {
  const permissions = [say("role.ban_members"), say("role.kick_members")]
  const grants = ["Gold", "Silver"].map((role) => say("role.dangerous", { role, permissions }))
  const { ban_members, kick_members } = CATALOGUES.de.role
  expect(await translated("de", say("server.permissions_dangerous", { grants }))).toBe(
    `Gold hat ${ban_members}, ${kick_members}; Silver hat ${ban_members}, ${kick_members}: Wer sie kauft, darf das nutzen.`,
  )
})

it("shows a time in the language's own form", async () => {
  const message = say("refusal.access_over", { id: "dent_1", date: "2026-03-01T12:00:00.000Z" })
  expect(await translated("de", message)).toMatch(/01\.03\.2026, \d\d:\d\d/)
})

it("keeps the server's own words for a code that it does not know", async () => {
  const { t } = await inLanguage("de")
  const message = { code: "server.of_tomorrow", params: {}, message: "Something new." }
  expect(translateMessage(message as unknown as MessageDetail, t, "de")).toBe("Something new.")
})

it("shows names as they are, whatever they hold", async () => {
  const { t } = await inLanguage("de")
  const traps = ["{{role}}", "$t(server.bot_missing)", "$&", "<b>", "&amp;", ". ", "{{-x}}"]
  const name = fc
    .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: "grapheme" })))
    .map((parts) => parts.join(""))
  fc.assert(
    fc.property(name, name, (role, server) => {
      const message = say("refusal.role_out_of_reach", { role, role_id: "1", server })
      // The German text names the role, its id and the server in this order.
      const words = CATALOGUES.de.refusal.role_out_of_reach.split(/\{\{\w+\}\}/)
      const named = [role, "1", server, ""]
      expect(translateMessage(message, t, "de")).toBe(
        words.map((part, index) => part + (named[index] ?? "")).join(""),
      )
    }),
  )
})
