import { parseArgs } from "node:util"
import { Cleanup } from "./process/cleanup"
import { runDemo } from "./demo"
import { onStopRequest, untilStopped } from "./process/stopping"
import { wordsOf } from "./process/words"

const INTERRUPTED = 130

/** One run from the command line: `--once` ends after the order, else it serves until stopped. */
async function main(): Promise<number> {
  const stop = await onStopRequest()
  const cleanup = new Cleanup()
  let isServing = false
  try {
    const { values } = parseArgs({ options: { once: { type: "boolean", default: false } } })
    const { lastLine, ended } = await runDemo({ once: values.once, stop, cleanup })
    console.log(lastLine)
    if (!values.once) {
      isServing = true
      await Promise.race([untilStopped(stop), ended])
    }
    return 0
  } catch (error) {
    if (stop.aborted) return INTERRUPTED
    console.error(`demo: ${wordsOf(error)}`)
    return 1
  } finally {
    // The line about the order stays the last one on standard output.
    if (isServing || stop.aborted) console.error("demo: stopping")
    await cleanup.run()
  }
}

void main().then((code) => process.exit(code))
