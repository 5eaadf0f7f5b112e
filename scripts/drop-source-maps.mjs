/**
 * `medusa plugin:build` ends every file with a source map whose sources the package does not hold. It leads nowhere and is a
 * fifth of the package, so what is published goes without.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

const BUILD = fileURLToPath(new URL("../.medusa/server/src", import.meta.url))
const MAP = /\n\/\/# sourceMappingURL=data:[^\n]*\n?$/

for (const entry of readdirSync(BUILD, { recursive: true, withFileTypes: true })) {
  if (entry.isFile() && /\.m?js$/.test(entry.name)) {
    const file = path.join(entry.parentPath, entry.name)
    const source = readFileSync(file, "utf8")
    const without = source.replace(MAP, "\n")
    if (without !== source) {
      writeFileSync(file, without)
    }
  }
}
