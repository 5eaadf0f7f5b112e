import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../../root"

const API = path.join(ROOT, "src/api")
const HANDLER = /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm

export interface Route {
  method: string
  /** With `[id]` for an id. */
  address: string
}

/** Every route that a file of the plugin answers: one that is added is tried, too. */
export const ROUTES: Route[] = readdirSync(API, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .flatMap((file) => {
    const source = readFileSync(path.join(API, file), "utf8")
    const address = path.posix.join("/", path.dirname(file))
    return [...source.matchAll(HANDLER)].map(([, method = ""]) => ({ method, address }))
  })
