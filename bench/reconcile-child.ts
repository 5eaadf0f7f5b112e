import { setTimeout as sleep } from "node:timers/promises"
import { connect } from "../integration-tests/helpers/store/database"
import { createEngine } from "../integration-tests/helpers/engine/engine"
import { ReconcileService } from "../src/modules/discord/reconcile/reconcile.service"
import { serversWithWork } from "../src/modules/discord/engine/work.store"

const LOOK_MS = 50
const SOON_MS = 60_000
const COLLECT_MS = 5_000
const MB = 1024 * 1024

/** Does a run and what it has the engine do: `reconcile-child.ts <database> <sandbox>` prints by how much the process grew. */
async function main(databaseUrl: string, sandboxUrl: string): Promise<void> {
  const db = connect(databaseUrl, 20)
  await db.raw("select 1")
  const { engine, deps, close } = createEngine({ db, sandboxUrl, requestsPerSecond: 1_000 })
  const reconciles = new ReconcileService(deps, (ids) => engine.wake(ids))
  const before = rssInUse()
  let [peak, inUse] = [before, before]
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, LOOK_MS)
  // Seldom, or the peak would be none.
  const collect = setInterval(() => {
    inUse = Math.max(inUse, rssInUse())
  }, COLLECT_MS)
  await reconciles.takeUp()
  await reconciles.idle()
  while ((await serversWithWork(db, SOON_MS)).length > 0) {
    await engine.idle()
    await sleep(LOOK_MS)
  }
  clearInterval(watch)
  clearInterval(collect)
  console.log(
    JSON.stringify({ growth_mb: (inUse - before) / MB, peak_growth_mb: (peak - before) / MB }),
  )
  await close()
  await db.destroy()
}

/** Bytes in use, without what only waits to be collected. */
function rssInUse(): number {
  if (!global.gc) {
    throw new Error("Start it with --expose-gc")
  }
  global.gc()
  return process.memoryUsage().rss
}

const [databaseUrl = "", sandboxUrl = ""] = process.argv.slice(2)
void main(databaseUrl, sandboxUrl).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
