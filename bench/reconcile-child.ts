import { setTimeout as sleep } from "node:timers/promises"
import { connect } from "../integration-tests/helpers/store/database"
import { createEngine } from "../integration-tests/helpers/engine/engine"
import { ReconcileService } from "../src/modules/discord/reconcile/reconcile.service"
import { serversWithWork } from "../src/modules/discord/engine/work.store"

const LOOK_MS = 50
const SOON_MS = 60_000
/** Seldom, or the peak would be none. */
const COLLECT_MS = 5_000
const MB = 1024 * 1024

/**
 * Compares a small server, then a large one, and has the engine do what was found: `reconcile-child.ts <database> <sandbox> <small
 * server> <large server> <dry | real>` prints the large one's run, and by how much the process grew with it. The small one loads the
 * code and opens the connections that both need: what grows after it grows with the members.
 */
async function main([databaseUrl, sandboxUrl, small, large, kind]: string[]): Promise<void> {
  if (!databaseUrl || !sandboxUrl || !small || !large) {
    throw new Error("Say which database, sandbox and servers")
  }
  const db = connect(databaseUrl, 20)
  const { engine, deps, close } = createEngine({ db, sandboxUrl, requestsPerSecond: 1_000 })
  const reconciles = new ReconcileService(deps, (ids) => engine.wake(ids))
  const run = async (server_id: string): Promise<string> => {
    const id = await reconciles.begin({ server_id, dry_run: kind === "dry", actor_id: "bench" })
    await reconciles.takeUp()
    await reconciles.idle()
    while ((await serversWithWork(db, SOON_MS)).length > 0) {
      await engine.idle()
      await sleep(LOOK_MS)
    }
    return id
  }
  await run(small)
  const before = rssInUse()
  let [peak, inUse] = [before, before]
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, LOOK_MS)
  const collect = setInterval(() => {
    inUse = Math.max(inUse, rssInUse())
  }, COLLECT_MS)
  const id = await run(large)
  clearInterval(watch)
  clearInterval(collect)
  const [growth_mb, peak_growth_mb] = [(inUse - before) / MB, (peak - before) / MB]
  console.log(JSON.stringify({ id, growth_mb, peak_growth_mb }))
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

void main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error)
    process.exit(1)
  },
)
