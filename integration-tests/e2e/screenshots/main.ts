import { wordsOf } from "../../../demo/process/words"
import { launchBrowser, openStage, type Stage } from "../harness/stage"
import { chromiumPath, NO_CHROMIUM } from "../world/chromium"
import { useWorld } from "../world/start"
import { shootDemo } from "./shots/demo"
import { shootPeople } from "./shots/people"
import { shootProduct } from "./shots/product"
import { shootSettings } from "./shots/settings"
import { shootWork } from "./shots/work"

/** One entry an area of the dashboard, and the demo's shop. Each begins with a stage of its own. */
const AREAS: Record<string, (stage: Stage) => Promise<void>> = {
  demo: shootDemo,
  people: shootPeople,
  product: shootProduct,
  settings: shootSettings,
  work: shootWork,
}

/** `npm run screenshots` takes them all, `npm run screenshots -- product` those of one area. */
async function main(names: string[]): Promise<void> {
  const wanted = names.length > 0 ? names : Object.keys(AREAS)
  const unknown = wanted.filter((name) => !(name in AREAS))
  if (unknown.length > 0) {
    throw new Error(
      `No such area: ${unknown.join(", ")}. There are: ${Object.keys(AREAS).join(", ")}`,
    )
  }
  // Before the minutes that a world takes.
  if (chromiumPath() === null) throw new Error(NO_CHROMIUM)
  const running = await useWorld()
  try {
    const browser = await launchBrowser()
    try {
      for (const name of wanted) {
        const stage = await openStage(running.world, browser)
        try {
          await AREAS[name]?.(stage)
        } finally {
          await stage.close()
        }
        console.log(`screenshots: ${name}`)
      }
    } finally {
      await browser.close()
    }
  } finally {
    await running.stop()
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`screenshots: ${wordsOf(error)}`)
  process.exitCode = 1
})
