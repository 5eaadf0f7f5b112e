import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import path from "node:path"
import type { Medusa } from "../../../demo/medusa"

const ROOT = path.resolve(__dirname, "../../..")
const BUILT = path.join(ROOT, ".medusa/server/public/admin/index.html")
const FINGERPRINT = path.join(ROOT, ".medusa/admin-fingerprint")
const SOURCES = ["src/admin", "src/types", "src/modules/discord/domain"]
const FILES = ["medusa-config.ts", "vite.config.mjs", "package-lock.json"]

/** Builds the admin, unless the one that lies there was made of these very sources: that is a minute for nothing. */
export async function buildAdminOnce(medusa: Medusa): Promise<void> {
  const fingerprint = await fingerprintOfSources()
  if (existsSync(BUILT) && (await readFile(FINGERPRINT, "utf8").catch(() => "")) === fingerprint) {
    return
  }
  await medusa.buildAdmin()
  await mkdir(path.dirname(FINGERPRINT), { recursive: true })
  await writeFile(FINGERPRINT, fingerprint)
}

async function fingerprintOfSources(): Promise<string> {
  const hash = createHash("sha256")
  const folders = await Promise.all(SOURCES.map(filesBelow))
  for (const file of [...FILES, ...folders.flat()].sort()) {
    hash.update(`${file}\0`).update(await readFile(path.join(ROOT, file)))
  }
  return hash.digest("hex")
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)))
}
