import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")
const MIGRATIONS = path.join(ROOT, "src/modules/discord/migrations")

const files = readdirSync(MIGRATIONS).filter((file) => file.endsWith(".ts"))
const [, drops = "", forgets = ""] =
  /```sql\ndrop table([\s\S]*?);([\s\S]*?)```/.exec(
    readFileSync(path.join(ROOT, "docs/uninstall.md"), "utf8"),
  ) ?? []

it("docs/uninstall.md drops every table that a migration makes", () => {
  const made = files.flatMap((file) => {
    const source = readFileSync(path.join(MIGRATIONS, file), "utf8")
    return [...source.matchAll(/create table (?:if not exists )?"?(discord_\w+)/g)].map(
      ([, t]) => t,
    )
  })
  expect(made.length).toBeGreaterThan(15)
  expect(new Set(drops.match(/\bdiscord_\w+/g))).toEqual(new Set(made))
})

it("docs/uninstall.md makes Medusa forget every migration", () => {
  const named = forgets.match(/Migration\d+/g) ?? []
  expect([...named].sort()).toEqual(files.map((file) => path.parse(file).name).sort())
})
