import type { Catalogue } from "../sentence-template"
import { translateSentence } from "../translate-sentence"

const CATALOGUE: Catalogue = {
  "The bot is here.": "Der Bot ist da.",
  "The bot cannot give {{roles}}.": "{{roles}}: unvergebbar.",
  "The role {{role}} was deleted. Choose another role.": "Rolle {{role}} gelöscht. Andere wählen.",
  "Too low for {{role}}, drag it above {{role}}.": "Zu tief für {{role}}, über {{role}} ziehen.",
  "{{server}} is connected.": "{{server}} ist verbunden.",
  "Role {{role}} ({{id}}): {{why}}": "Rolle {{role}} ({{id}}): {{why}}",
  "{{role}} has {{permissions}}": "{{role}} hat {{permissions}}",
  "{{grants}}: beware.": "{{grants}}: Vorsicht.",
  "Kick Members": "Mitglieder kicken",
  "Ban Members": "Mitglieder bannen",
  "Over since {{date}}.": "Vorbei seit {{date}}.",
}
const say = (text: string) => translateSentence(text, CATALOGUE, "de")

describe("a sentence of the server's, in another language", () => {
  it.each([
    ["as it is", "The bot is here.", "Der Bot ist da."],
    ["with a name in it", "The bot cannot give Gold.", "Gold: unvergebbar."],
    ["with a name that it begins with", "Example is connected.", "Example ist verbunden."],
    [
      "with one name twice",
      "Too low for A. B, drag it above A. B.",
      "Zu tief für A. B, über A. B ziehen.",
    ],
    ["after another", "The bot cannot give A. The bot is here.", "A: unvergebbar. Der Bot ist da."],
    [
      "after one of the same kind",
      "The role A was deleted. Choose another role. The role B was deleted. Choose another role.",
      "Rolle A gelöscht. Andere wählen. Rolle B gelöscht. Andere wählen.",
    ],
    [
      "inside another",
      "Role A (1): The bot is here. Role B (2): The bot cannot give B.",
      "Rolle A (1): Der Bot ist da. Rolle B (2): B: unvergebbar.",
    ],
    [
      "with lists of what has words itself",
      "Gold has Kick Members; Silver has Ban Members, Kick Members: beware.",
      "Gold hat Mitglieder kicken; Silver hat Mitglieder bannen, Mitglieder kicken: Vorsicht.",
    ],
    ["that is a single word", "Kick Members", "Mitglieder kicken"],
  ])("%s", (_case, english, german) => {
    expect(say(english)).toBe(german)
  })

  it.each([
    ["nothing known", "Something else."],
    ["something unknown after what is known", "The bot is here. Something else."],
    ["something unknown before what is known", "Something else. The bot is here."],
    ["nothing", ""],
    ["a word that stands in a text of its own", "Somebody said Kick Members"],
  ])("stays in English when it is %s", (_case, text) => {
    expect(say(text)).toBe(text)
  })

  it.each([
    ".",
    "A. ",
    "(.*)",
    "{{role}}",
    "$& $1 $'",
    "Gold. The bot",
    "Silver; has a name",
    "A\nB",
    "has Kick Members",
  ])("leaves the name %j as it is", (name) => {
    expect(say(`The bot cannot give ${name}.`)).toBe(`${name}: unvergebbar.`)
    expect(say(`${name} has Ban Members: beware.`)).toBe(`${name} hat Mitglieder bannen: Vorsicht.`)
    expect(say(`Role ${name} (1): The bot is here.`)).toBe(`Rolle ${name} (1): Der Bot ist da.`)
  })

  it("says when as the language does", () => {
    const words = say("Over since 2026-03-01T12:00:00.000Z.")
    expect(words).toMatch(/^Vorbei seit \d{2}\.03\.2026, \d{2}:\d{2}\.$/)
    expect(say("Over since yesterday.")).toBe("Vorbei seit yesterday.")
  })

  it("comes to an end over a long text that it does not know", () => {
    const text = "The role has (a name): The bot cannot give is connected. ".repeat(100)
    expect(say(text)).toBe(text)
  })
})
