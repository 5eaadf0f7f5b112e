import { cp, rm, writeFile } from "node:fs/promises"
import path from "node:path"
import type { Plugin } from "vite" with { "resolution-mode": "import" }
import { ROOT } from "../../root"

const OURS = path.join(ROOT, "src/admin/")
const PACKAGES = ["@tanstack/react-query", "@tanstack/query-core"]
const SECOND = path.join(ROOT, ".medusa/second-react-query")
/** Vite looks for packages from where a file lies that there is. */
const BESIDE_SECOND = path.join(SECOND, "index.js")

/**
 * Gives the plugin's part of the admin a copy of react-query of its own, as npm does in a store that wants another version than
 * the dashboard: the dashboard's queries are in a context that the plugin cannot see.
 */
export default function secondReactQuery(): Plugin {
  return {
    name: "second-react-query",
    enforce: "pre",
    async buildStart() {
      await rm(SECOND, { recursive: true, force: true })
      for (const name of PACKAGES) {
        const modules = path.join("node_modules", name)
        await cp(path.join(ROOT, modules), path.join(SECOND, modules), { recursive: true })
      }
      await writeFile(BESIDE_SECOND, "")
    },
    async resolveId(source, importer, options) {
      return PACKAGES.includes(source) && importer?.startsWith(OURS)
        ? this.resolve(source, BESIDE_SECOND, { ...options, skipSelf: true })
        : null
    },
  }
}
