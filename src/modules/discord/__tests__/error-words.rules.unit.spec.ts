import { wordsOf } from "../error-words.rules"

const REFUSED = 'duplicate key value violates unique constraint "discord_role_pkey"'

describe("what an error says", () => {
  it.each([
    ["an error", new Error("no"), "no"],
    ["what a workflow made of one", { name: "Error", message: "no" }, "no"],
    ["a text", "no", "no"],
    ["nothing", undefined, null],
    ["something without words", { code: 1 }, null],
    ["a sentence with a dash", new Error("Select a role - then save"), "Select a role - then save"],
    ["a statement's word alone", new Error("update failed"), "update failed"],
  ])("is %s", (_case, error, expected) => {
    expect(wordsOf(error)).toBe(expected)
  })

  it.each([
    ["Knex's", `insert into "discord_role" ("id") values ($1) - ${REFUSED}`],
    [
      "one over several lines",
      `with dead as (\n  delete from x)\n select 1 from dead - ${REFUSED}`,
    ],
    ["one with a dash in it", `select now() - interval '1 day', $1 - 2 - ${REFUSED}`],
    ["one that begins with a line", `\n    update "discord_server" set "name" = $1 - ${REFUSED}`],
  ])("is without the statement: %s", (_case, message) => {
    expect(wordsOf(new Error(message))).toBe(REFUSED)
  })
})
