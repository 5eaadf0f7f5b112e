import { chromiumPath, NO_CHROMIUM } from "./chromium"
import { useWorld, type RunningWorld } from "./start"

export const holder = globalThis as typeof globalThis & { e2eWorld?: RunningWorld }

/** One world for all browser tests of a run. Its addresses reach them through the environment. */
export default async function globalSetup(): Promise<void> {
  if (chromiumPath() === null) {
    process.stdout.write(`\nThe browser tests are skipped. ${NO_CHROMIUM}\n`)
    return
  }
  holder.e2eWorld = await useWorld()
  process.env.E2E_WORLD = JSON.stringify(holder.e2eWorld.world)
}
