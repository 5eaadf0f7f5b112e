import { setTimeout as sleep } from "node:timers/promises"
import { connect } from "../integration-tests/helpers/store/database"
import { createEngine } from "../integration-tests/helpers/engine/engine"

const WORKED_MS = 20_000
const LOOK_MS = 100
const MB = 1024 * 1024

/** An engine in a process of its own: `memory-child.ts <database> <sandbox>` prints by how much the process grew. */
async function main(databaseUrl: string, sandboxUrl: string): Promise<void> {
  const db = connect(databaseUrl, 20)
  await db.raw("select 1")
  const { engine, close } = createEngine({
    db,
    sandboxUrl,
    requestsPerSecond: 1_000,
  })
  const before = rss()
  let peak = before
  await engine.sweep()
  for (const end = Date.now() + WORKED_MS; Date.now() < end;) {
    await sleep(LOOK_MS)
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  // With the work under way: what the queue holds in memory is still there.
  const growth_mb = (rss() - before) / MB
  console.log(JSON.stringify({ growth_mb, peak_growth_mb: (peak - before) / MB }))
  await close()
  await db.destroy()
}

/** Bytes in use, without what only waits to be collected. */
function rss(): number {
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
