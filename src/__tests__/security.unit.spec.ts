import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT, titlesOf } from "./titles"

const SECTIONS = [
  ...["2.1", "2.1.1", "2.1.2", "2.2.1", "2.2.2", "2.3", "2.4", "2.5", "2.6"],
  ...Array.from({ length: 17 }, (_, n) => `4.${n + 1}`),
]

const guide = readFileSync(path.join(ROOT, "docs/security.md"), "utf8")
/** From the root. */
const files = ["src", "integration-tests"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ts$/.test(file))
    .map((file) => path.join(folder, file)),
)

/** Rows of the tables whose last column is *test*: what it is about, and each test with the name of its file. */
const rows = guide.split(/\n(?=\| .+ \| test \|\n)/).flatMap((part) =>
  (part.split("\n\n")[0] ?? "")
    .split("\n")
    .filter((line) => /^\| (?!.*\| test \|$)/.test(line) && /^\| .+ \| test \|\n/.test(part))
    .map((line) => {
      const cells = line.slice(1, -1).split(/(?<!\\)\|/)
      const about = cells[0]?.trim() ?? ""
      const tests = (cells.at(-1)?.trim() ?? "").split("<br>")
      return { about, tests: tests.map((test) => /^(.+) \(`([\w./-]+\.ts)`\)$/.exec(test)) }
    }),
)

it("docs/security.md has attacks and sections, each with a test", () => {
  expect(rows.length).toBeGreaterThan(80)
  expect(rows.filter(({ tests }) => tests.some((test) => test === null))).toEqual([])
})

it("docs/security.md compares each section of RFC 9700, once", () => {
  const compared = rows.flatMap(({ about }) => /^\d[\d.]+(?= )/.exec(about) ?? [])
  expect(compared).toEqual(SECTIONS)
})

it.each(
  rows.flatMap(({ about, tests }) =>
    tests.map((test) => [about, test?.[1] ?? "", test?.[2] ?? ""] as const),
  ),
)("%s: the test %j is in %s", (_about, title, name) => {
  const found = files.filter((file) => `/${file}`.endsWith(`/${name}`))
  expect(found.flatMap((file) => [...titlesOf(file)])).toContain(title)
})
