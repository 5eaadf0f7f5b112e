import type { Browser } from "playwright-core"
import { mkdir, readFile } from "node:fs/promises"
import path from "node:path"
import { ROOT } from "../../root"
import { say } from "../../helpers/say"
import type { World } from "../world/addresses"
import { chromiumPath } from "../world/chromium"
import { launchBrowser, openStage, type Stage } from "./stage"

const FAILURES = path.join(ROOT, ".medusa/e2e")
const LIMIT_MS = 300_000
const SHOWN_CHARACTERS = 2_000
const SHOWN_LINES = 15

export type BrowserTest = (name: string, story: (stage: Stage) => Promise<void>) => void

interface SuiteOptions {
  /** Another process of the world's store to tell the stories with, e.g. one with other options. */
  startStore?: (world: World) => Promise<{ world: World; stop: () => Promise<void> }>
}

/**
 * Tests in a real Chromium, skipped where there is none. Each begins with an empty Discord and an admin signed in; a page
 * that throws fails its test, and a failed test leaves a picture of the admin's page in `.medusa/e2e`.
 */
export function browserSuite(
  name: string,
  tests: (test: BrowserTest) => void,
  { startStore }: SuiteOptions = {},
): void {
  const suite = chromiumPath() === null ? describe.skip : describe
  suite(name, () => {
    let browser: Browser
    let world: World
    let stopStore: (() => Promise<void>) | undefined

    beforeAll(async () => {
      browser = await launchBrowser()
      world = worldOfRun()
      if (startStore) {
        const started = await startStore(world)
        world = started.world
        stopStore = started.stop
      }
    }, LIMIT_MS)

    afterAll(async () => {
      await stopStore?.()
      await browser.close()
    })

    tests((title, story) => {
      const run = async () => {
        const stage = await openStage(world, browser)
        try {
          await story(stage)
          expect(stage.pageErrors).toEqual([])
        } catch (error) {
          await keepPicture(stage, `${name} ${title}`)
          if (stage.pageErrors.length > 0) say(`The page threw: ${stage.pageErrors.join("; ")}`)
          await showWhatWasThere(stage)
          throw error
        } finally {
          await stage.close()
        }
      }
      it(title, run, LIMIT_MS)
    })
  })
}

function worldOfRun(): World {
  return JSON.parse(process.env.E2E_WORLD ?? "") as World
}

/** Where a picture cannot be looked at: what the page said, and what the store complained of last. */
async function showWhatWasThere({ page, world }: Stage): Promise<void> {
  const said = await page
    .locator("main")
    .innerText()
    .catch(() => "nothing")
  say(`${page.url()} said:\n${said.slice(0, SHOWN_CHARACTERS)}`)
  const log = await readFile(world.logFile, "utf8").catch(() => "")
  const complaints = log.split("\n").filter((line) => /warn|error/i.test(line))
  say(`The store's last complaints:\n${complaints.slice(-SHOWN_LINES).join("\n")}`)
}

async function keepPicture({ page }: Stage, title: string): Promise<void> {
  await mkdir(FAILURES, { recursive: true })
  const file = path.join(FAILURES, `${title.replaceAll(/[^\w]+/g, "-")}.png`)
  await page.screenshot({ path: file }).catch(() => undefined)
  say(`The page at the failure: ${file}`)
}
