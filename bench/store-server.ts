import path from "node:path"
import { cliEnv } from "../integration-tests/helpers/store/medusa-cli"
import { freePort } from "../integration-tests/helpers/store/postgres"
import { Redis } from "../integration-tests/helpers/store/redis"
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
  stop: () => Promise<void>
}

export interface StoreOptions {
  /** The folder with its `medusa-config.ts`. */
  project?: string
  env?: Record<string, string>
  /** Background work is done by a worker beside the server; they share a Redis of their own. Else one process does it all. */
  isWorkerApart?: boolean
}

/** Medusa's command line, on a database. @param project the folder with its `medusa-config.ts` */
export function medusaCli(
  stage: Stage,
  databaseUrl: string,
  project = ROOT,
  more: Record<string, string> = {},
): (...args: string[]) => Program {
  const env = { ...cliEnv(databaseUrl, stage.sandboxUrl), ...more }
  return (...args) => stage.run(new Program([CLI, ...args], env, project))
}

/** Migrates a database, seeds it, and starts a store on it. */
export async function startStore(
  stage: Stage,
  databaseUrl: string,
  { project = ROOT, env = {}, isWorkerApart = false }: StoreOptions = {},
): Promise<StoreServer> {
  const medusa = medusaCli(stage, databaseUrl, project, env)
  stage.say("  migrating and seeding a store")
  await medusa("db:migrate").succeeded()
  const seed = path.relative(project, path.join(ROOT, "bench/seed-store.ts"))
  const store = seededStore(await medusa("exec", seed).succeeded())
  const ends: (() => Promise<void>)[] = []
  const start = async (mode: Record<string, string>): Promise<string> => {
    const port = await freePort()
    const baseUrl = `http://localhost:${port}`
    const started = medusaCli(stage, databaseUrl, project, { ...env, ...mode })(
      "start",
      "--port",
      String(port),
    )
    ends.push(() => started.stop())
    await started.ready(async () => {
      const answer = await fetch(`${baseUrl}/health`).catch(() => null)
      return answer?.ok === true
    }, START_MS)
    return baseUrl
  }
  const stop = async () => {
    await Promise.all(ends.map((end) => end()))
  }
  if (!isWorkerApart) {
    return { baseUrl: await start({}), store, stop }
  }
  const redis = await Redis.start()
  stage.atEnd(() => redis.stop())
  const shared = { REDIS_URL: redis.url, REDIS_MODULES: "true" }
  const baseUrl = await start({ ...shared, MEDUSA_WORKER_MODE: "server" })
  await start({ ...shared, MEDUSA_WORKER_MODE: "worker" })
  return { baseUrl, store, stop }
}

function seededStore(output: string): TestStore {
  const line = output.split("\n").find((each) => each.startsWith(SEEDED))
  if (line === undefined) {
    throw new Error(`The store was not seeded:\n${output}`)
  }
  return JSON.parse(line.slice(SEEDED.length)) as TestStore
}
