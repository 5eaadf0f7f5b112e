import path from "node:path"
import { discordEnv } from "../integration-tests/helpers/store/application"
import { freePort } from "../integration-tests/helpers/store/postgres"
import type { TestStore } from "../integration-tests/helpers/store/store"
import { Program, ROOT } from "./program"
import { SEEDED } from "./seed-store"
import type { Stage } from "./stage"

const CLI = require.resolve("@medusajs/cli/cli.js")
const START_MS = 180_000
/** A Medusa project like this one, without the plugin. */
export const PLAIN_STORE = path.join(ROOT, "bench/plain-store")

/** A real Medusa, as `medusa start` runs it, with a seeded store. */
export interface StoreServer {
  baseUrl: string
  store: TestStore
  medusa: Program
}

/** Medusa's command line, on a database. @param project the folder with its `medusa-config.ts` */
export function medusaCli(
  stage: Stage,
  databaseUrl: string,
  project = ROOT,
  more: Record<string, string> = {},
): (...args: string[]) => Program {
  const env = {
    ...discordEnv(stage.sandboxUrl),
    ...more,
    DATABASE_URL: databaseUrl,
    DISABLE_MEDUSA_ADMIN: "true",
    MEDUSA_DISABLE_TELEMETRY: "true",
    NODE_ENV: "production",
  }
  return (...args) => stage.run(new Program([CLI, ...args], env, project))
}

/**
 * @param project the folder with its `medusa-config.ts`
 * @param more environment of the store
 */
export async function startStore(
  stage: Stage,
  databaseUrl: string,
  project = ROOT,
  more: Record<string, string> = {},
): Promise<StoreServer> {
  const port = await freePort()
  const medusa = medusaCli(stage, databaseUrl, project, more)
  stage.say("  migrating and seeding a store")
  await medusa("db:migrate").succeeded()
  const seed = path.relative(project, path.join(ROOT, "bench/seed-store.ts"))
  const store = seededStore(await medusa("exec", seed).succeeded())
  const baseUrl = `http://localhost:${port}`
  const server = medusa("start", "--port", String(port))
  await server.ready(async () => {
    const answer = await fetch(`${baseUrl}/health`).catch(() => null)
    return answer?.ok === true
  }, START_MS)
  return { baseUrl, store, medusa: server }
}

function seededStore(output: string): TestStore {
  const line = output.split("\n").find((each) => each.startsWith(SEEDED))
  if (line === undefined) {
    throw new Error(`The store was not seeded:\n${output}`)
  }
  return JSON.parse(line.slice(SEEDED.length)) as TestStore
}
