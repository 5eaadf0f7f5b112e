import { readFileSync } from "node:fs"
import path from "node:path"
import { ROOT } from "../../root"

/** A row of the tables in `docs/admin-guide.md` under *Troubleshooting*. */
export interface Trouble {
  key: string
  /** The heading above its table. */
  section: string
  /** What the page says, sentence by sentence. */
  texts: string[]
}

const GUIDE = path.join(ROOT, "docs/admin-guide.md")
const ROW = /^\| <a id="([\w-]+)"><\/a>(.+?) \| .+ \| .+ \| .+ \|$/

/** @throws Error when a row of these tables cannot be read: it would be a row that no test reads */
export function readTroubles(): Trouble[] {
  const guide = readFileSync(GUIDE, "utf8")
  const [, part = ""] = guide.split(/^## Troubleshooting$/m)
  const [chapter = ""] = part.split(/^## /m)
  return chapter.split(/^### /m).flatMap((text) => {
    const [section = "", ...lines] = text.split("\n")
    return lines
      .filter((line) => /^\|(?!---| What the page says )/.test(line))
      .map((line) => {
        const [, key, texts] = ROW.exec(line) ?? []
        if (!key || !texts) {
          throw new Error(`A row of docs/admin-guide.md cannot be read: ${line}`)
        }
        return { key, section, texts: texts.split("<br>") }
      })
  })
}
