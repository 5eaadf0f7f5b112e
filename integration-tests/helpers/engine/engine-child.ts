import { connect } from "../store/database"
import { createEngine, createGateway } from "./engine"
import type { EngineProcessOptions } from "./engine-process"

/** As the scheduled job does, more often: rows of a process that died come due when their lease ends. */
const SWEEP_MS = 50

/** A store's process, to be killed: says when it is ready, works from the first message on, and ends with its parent. */
function main(): void {
  const {
    databaseUrl,
    sandboxUrl,
    times,
    listens = false,
  } = JSON.parse(process.argv[2] ?? "") as EngineProcessOptions
  const { engine, deps } = createEngine({
    db: connect(databaseUrl, 20),
    sandboxUrl,
    times,
    requestsPerSecond: 1_000,
  })
  const gateway = createGateway({ deps, engine }, listens)
  process.on("disconnect", () => process.exit(0))
  process.on("message", () => {
    gateway.start()
    void engine.sweep()
    setInterval(() => void engine.sweep(), SWEEP_MS)
  })
  process.send?.("ready")
}

main()
