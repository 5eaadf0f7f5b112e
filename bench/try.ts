import { SandboxClient } from "../integration-tests/discord-sandbox"
import { createDatabase } from "../integration-tests/helpers/database"
import { createEngine } from "../integration-tests/helpers/engine"
import { memoryLocking } from "../integration-tests/helpers/locking"
import { freePort, startPostgres } from "../integration-tests/helpers/postgres"
import { markDue } from "../src/modules/discord/store/mark"
import { addOwners, addServer, prepareDiscord } from "./world"
import { spawn } from "node:child_process"

async function main() {
  const pg = await startPostgres()
  const port = await freePort()
  const child = spawn(
    "node",
    [
      "node_modules/.bin/ts-node",
      "integration-tests/discord-sandbox/main.ts",
      "--port",
      String(port),
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  )
  await new Promise((r) => child.stdout.once("data", r))
  const url = `http://127.0.0.1:${port}`
  const control = new SandboxClient(url)
  const d = await createDatabase(pg.serverUrl)
  try {
    await prepareDiscord(control)
    await control.configure({ limits: { scale: 0.1 } })
    const s = await addServer(d.db, control, "one")
    await addOwners(d.db, control, s, 600)
    const e = createEngine({ db: d.db, sandboxUrl: url, locking: memoryLocking() })
    const t0 = Date.now()
    e.engine.wake(
      await markDue(d.db, { kind: "variants", variant_ids: [s.variantId], server_ids: [s.id] }, 2),
    )
    await e.engine.idle()
    const ms = Date.now() - t0
    const reqs = await control.requests()
    const by: Record<string, number> = {}
    for (const r of reqs)
      by[`${r.method} ${r.route} ${r.status}`] = (by[`${r.method} ${r.route} ${r.status}`] ?? 0) + 1
    console.log(ms, "ms; ideal 30 windows", by)
    const writes = reqs.filter((r) => r.status < 300 && r.method !== "GET")
    const span = Math.max(...writes.map((r) => r.at)) - Math.min(...writes.map((r) => r.at))
    console.log("utilisation", ((600 / 20) * 1000) / ms, span)
    await e.close()
  } finally {
    await d.drop()
    child.kill()
    await pg.stop()
  }
}
void main()
  .catch(console.error)
  .then(() => process.exit(0))
