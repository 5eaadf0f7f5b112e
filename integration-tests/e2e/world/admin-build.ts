import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Cleanup } from "../../../demo/process/cleanup"
import { Medusa } from "../../../demo/medusa"
import { ROOT } from "../../root"

const SERVED = path.join(ROOT, ".medusa/server/public/admin")
const WITH_TWO_QUERIES = path.join(ROOT, ".medusa/admin-second-react-query")
const SOURCES = ["src/admin", "src/types", "src/modules/discord"]
const FILES = [
  "medusa-config.ts",
  "vite.config.mjs",
  "package-lock.json",
  "integration-tests/e2e/world/second-react-query.ts",
]

/** Builds the admin that the server serves, unless the one that lies there was made of these very sources. */
export async function buildAdminOnce(medusa: Medusa): Promise<void> {
  await buildOnce(medusa, SERVED, path.join(ROOT, ".medusa/admin-fingerprint"))
}

/** The same of a store that has react-query twice. @returns the folder, which no server serves */
export async function buildAdminWithTwoQueries(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "discord-roles-admin-"))
  const env = {
    ...process.env,
    NODE_ENV: "dev",
    ADMIN_SECOND_REACT_QUERY: "true",
    XDG_CONFIG_HOME: folder,
  }
  const medusa = new Medusa(env, folder, new AbortController().signal, new Cleanup())
  await buildOnce(medusa, WITH_TWO_QUERIES, `${WITH_TWO_QUERIES}-fingerprint`)
  await rm(folder, { recursive: true })
  return WITH_TWO_QUERIES
}

/** A build of the very same sources is a minute for nothing. */
async function buildOnce(medusa: Medusa, folder: string, fingerprintFile: string): Promise<void> {
  const fingerprint = await fingerprintOfSources()
  const known = await readFile(fingerprintFile, "utf8").catch(() => "")
  if (existsSync(path.join(folder, "index.html")) && known === fingerprint) {
    return
  }
  await medusa.buildAdmin(folder)
  await writeFile(fingerprintFile, fingerprint)
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
