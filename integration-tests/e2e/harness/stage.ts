import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core"
import type { World } from "../world/addresses"
import { chromiumPath, NO_CHROMIUM } from "../world/chromium"
import { Dashboard } from "./dashboard"
import { forgetDiscord } from "./database"
import { Discord } from "./discord"
import { Store } from "./store"

const PATIENCE_MS = 30_000

/** What a test begins with: an admin signed in, a store with products, and a Discord that the store does not know yet. */
export interface Stage {
  world: World
  store: Store
  discord: Discord
  dashboard: Dashboard
  /** The admin's page. */
  page: Page
  /** What the pages of this stage threw. */
  pageErrors: string[]
  /** A page of somebody else's browser, e.g. a customer's. */
  newVisitor: () => Promise<Page>
  close: () => Promise<void>
}

export async function launchBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (executablePath === null) throw new Error(NO_CHROMIUM)
  // In containers, and run by root, Chromium's own sandbox does not start.
  return chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] })
}

export async function openStage(world: World, browser: Browser): Promise<Stage> {
  await forgetDiscord(world.databaseUrl)
  const discord = await Discord.reset(world)
  const store = await Store.open(world)
  const pageErrors: string[] = []
  const contexts: BrowserContext[] = []
  const openContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      colorScheme: "light",
      locale: "en-GB",
    })
    context.setDefaultTimeout(PATIENCE_MS)
    context.on("weberror", (error) => pageErrors.push(error.error().message))
    contexts.push(context)
    return context
  }
  const admin = await openContext()
  await signIn(admin, world)
  const page = await admin.newPage()
  return {
    world,
    store,
    discord,
    dashboard: new Dashboard(page, world),
    page,
    pageErrors,
    newVisitor: async () => (await openContext()).newPage(),
    close: async () => {
      await Promise.all(contexts.map((context) => context.close()))
    },
  }
}

/** As the login page does it: a token, then a session's cookie for it. */
async function signIn(context: BrowserContext, { addresses, admin }: World): Promise<void> {
  const login = await context.request.post(`${addresses.medusa}/auth/user/emailpass`, {
    data: admin,
  })
  const { token } = (await login.json()) as { token: string }
  const session = await context.request.post(`${addresses.medusa}/auth/session`, {
    headers: { authorization: `Bearer ${token}` },
  })
  if (!session.ok()) throw new Error(`Signing in: ${session.status()} ${await session.text()}`)
}
