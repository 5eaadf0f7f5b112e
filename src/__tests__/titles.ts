import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"

export const ROOT = path.resolve(__dirname, "../..")

/** The titles of a spec's tests: every string in it, and in its parts in the folder of its name, as a title may stand in a table. */
export function titlesOf(file: string): Set<string> {
  const folder = path.join(ROOT, file.replace(/\.spec\.ts$/, ""))
  const hasParts = file.endsWith(".spec.ts") && existsSync(folder)
  const parts = hasParts ? readdirSync(folder).map((part) => path.join(folder, part)) : []
  const source = [path.join(ROOT, file), ...parts]
    .map((part) => readFileSync(part, "utf8"))
    .join("\n")
  return new Set([...source.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, text = ""]) => text))
}
