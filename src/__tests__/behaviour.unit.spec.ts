import { existsSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT, titlesOf } from "./titles"

const DEFAULT_FILE = /^Tests are in `([^`]+)`, unless/m

interface Row {
  section: string
  trigger: string
  test: string
  file: string
}

/** The rows of all tables in `docs/behaviour.md`: trigger, effect, test; its file in brackets or above the table. */
function rowsOf(markdown: string): Row[] {
  return markdown.split(/^## /m).flatMap((part) => {
    const section = part.split("\n")[0] ?? ""
    const above = DEFAULT_FILE.exec(part)?.[1] ?? ""
    return part
      .split("\n")
      .filter((line) => /^\|(?!---| trigger \|)/.test(line))
      .map((line) => {
        const [trigger = "", , last = ""] = line.slice(1, -1).split(/(?<!\\)\|/)
        const [, title = last, file = above] = /^(.*) \(`([^`]+)`\)$/.exec(last.trim()) ?? []
        return { section, trigger: trigger.trim(), test: title.trim(), file }
      })
  })
}

const rows = rowsOf(readFileSync(path.join(ROOT, "docs/behaviour.md"), "utf8"))

it("docs/behaviour.md has rows in every section", () => {
  expect(rows.filter(({ section }) => section === "Orders").length).toBeGreaterThan(30)
})

it.each(rows.map((row) => [row.section, row.trigger, row] as const))(
  "%s: %s is proven by a test that exists",
  (_section, _trigger, { test, file }) => {
    expect(existsSync(path.join(ROOT, file))).toBe(true)
    expect(titlesOf(file)).toContain(test)
  },
)
