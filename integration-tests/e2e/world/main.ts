import { Cleanup } from "../../../demo/process/cleanup"
import { Steps } from "../../../demo/process/steps"
import { onStopRequest, untilStopped } from "../../../demo/process/stopping"
import { wordsOf } from "../../../demo/process/words"
import { buildWorld } from "./build"

/**
 * The world in a process of its own: it tells its addresses when it is ready, and ends when whoever started it asks, dies
 * or is killed. So nothing is left behind, however a run of tests ends.
 */
async function main(): Promise<number> {
  const stop = await onStopRequest()
  const cleanup = new Cleanup()
  try {
    const { world, restart } = await buildWorld(new Steps(stop, "e2e"), stop, cleanup)
    process.send?.(world)
    process.on("message", () => {
      restart().catch((error: unknown) => console.error(`e2e: ${wordsOf(error)}`))
    })
    await untilStopped(stop)
    return 0
  } catch (error) {
    if (!stop.aborted) console.error(`e2e: ${wordsOf(error)}`)
    return stop.aborted ? 0 : 1
  } finally {
    await cleanup.run()
  }
}

void main().then((code) => process.exit(code))
