import { connect } from "../store/database"
import { ReconcileService } from "../../../src/modules/discord/reconcile/reconcile.service"
import { createEngine } from "./engine"
import type { EngineProcessOptions } from "./engine-process"

/** A store's process that reads a server's members, to be killed: works from the first message on, and ends with its parent. */
function main(): void {
  const { databaseUrl, sandboxUrl, times } = JSON.parse(
    process.argv[2] ?? "",
  ) as EngineProcessOptions
  const { deps, engine } = createEngine({
    db: connect(databaseUrl, 10),
    sandboxUrl,
    times,
    requestsPerSecond: 1_000,
  })
  process.on("disconnect", () => process.exit(0))
  process.on("message", () => void new ReconcileService(deps, (ids) => engine.wake(ids)).takeUp())
  process.send?.("ready")
}

main()
