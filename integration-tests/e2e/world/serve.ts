import { once } from "node:events"
import { startWorld } from "./start"

/**
 * A world that stays until Ctrl-C, for whoever writes tests: they run against it and need not build their own. Enter takes in
 * what changed in `src`.
 */
async function main(): Promise<void> {
  const running = await startWorld()
  console.log(`export E2E_WORLD='${JSON.stringify(running.world)}'`)
  process.stdin.on("data", () => running.restart())
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")])
  await running.stop()
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
