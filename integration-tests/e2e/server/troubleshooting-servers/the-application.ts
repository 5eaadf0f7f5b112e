import type { AdminDiscordApplicationResponse } from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import type { BrowserTest } from "../../harness/browser-suite"
import {
  loseGateway,
  markSeals,
  refuseWorker,
  runTwoProcesses,
  stickChore,
  stopSweeps,
  whileLarge,
} from "../../harness/database"
import { userOf } from "../../harness/people"
import type { ReadTrouble } from "../../harness/troubles"

/** Long enough to be read on the page. */
const BARRED_MS = 12_000

/** @see ../troubleshooting-servers.spec.ts */
export function testApplication(test: BrowserTest, read: ReadTrouble): void {
  test("the application's options are held against Discord", async (stage) => {
    const { dashboard, discord, page, world } = stage
    const { control } = discord
    const { client_id, bot_token } = world.application
    const main = page.locator("main")
    const callback = `${world.addresses.medusa}/discord/oauth/callback`
    const checkAgain = () => page.getByRole("button", { name: "Check again" }).click()

    await control.updateApplication(client_id, { redirect_uris: [], public_key: "0".repeat(64) })
    await dashboard.open("/settings/discord")
    await read("app-redirect_uri", main, {
      instead: { "https://store.example.com/discord/oauth/callback": callback },
    })
    await read("app-sign_in_page", main, {
      instead: {
        "https://store.example.com/sign-in/discord": `${world.addresses.storefront}/sign-in/discord`,
      },
    })
    await read("app-public_key", main)
    await control.updateApplication(client_id, { event_webhooks_status: 3 })
    await checkAgain()
    await read("app-webhook_events", main, {
      instead: {
        "https://store.example.com/discord/webhook": `${world.addresses.medusa}/discord/webhook`,
      },
    })
    await control.updateApplication(client_id, { bot_token: "reset" })
    await checkAgain()
    await read("app-bot_token", main)

    await control.reset()
    const other = await control.createApplication({ redirect_uris: [callback], bot_token })
    await checkAgain()
    await read("app-client_id", main, {
      instead: { "1100000000000000001": other.client_id, "1200000000000000002": client_id },
    })
    await read("app-client_secret", main)

    await control.outage(true)
    await page.reload()
    await read("app-unasked", main)
  })

  test("regular work that nobody does is told above the servers", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    await stopSweeps(world.databaseUrl)
    await dashboard.open("/settings/discord")
    await read("app-sweep", page.locator("main"))
  })

  test("a worker whose bot token is refused is told of above the servers, while Discord is down, too", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    await refuseWorker(world.databaseUrl)
    await dashboard.open("/settings/discord")
    await read("app-other_processes", page.locator("main"))
    await discord.control.outage(true)
    await page.reload()
    await page.getByText("Discord did not answer.").first().waitFor()
    await read("app-other_processes", page.locator("main"))
  })

  test("regular work that does not come to an end is told above the servers, by its name", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    await stickChore(world.databaseUrl)
    await dashboard.open("/settings/discord")
    await read("app-chores", page.locator("main"))
  })

  test("processes that do not share their locks are told above the servers", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    await runTwoProcesses(world.databaseUrl)
    await dashboard.open("/settings/discord")
    await read("app-shared_locks", page.locator("main"))
  })

  test("an index that a grown table wants is told above the servers, with its statement", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    await whileLarge(world.databaseUrl, "order", async () => {
      await dashboard.open("/settings/discord")
      await read("app-missing_index", page.locator("main"))
    })
  })

  test("a gateway that cannot be reached is told above the servers", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    await loseGateway(world.databaseUrl)
    await dashboard.open("/settings/discord")
    await read("app-gateway", page.locator("main"))
  })

  test("encryption keys that are older or gone are told above the servers", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    await store.connectServer(discord)
    const customer = await store.registerCustomer("mia")
    await store.linkAccount(customer, discord, userOf(stage, 0))
    await markSeals(world.databaseUrl, { keyId: "default", bound: false })
    await dashboard.open("/settings/discord")
    await read("app-older_key", page.locator("main"))

    await markSeals(world.databaseUrl, { keyId: "gone", bound: true })
    await page.reload()
    await read("app-lost_key", page.locator("main"))
  })

  test("an address that Discord's edge refuses is told above the servers", async (stage) => {
    const { dashboard, discord, page, store } = stage
    await store.connectServer(discord)
    const edge = {
      status: 429,
      body: "error code: 1015",
      headers: { "retry-after": String(BARRED_MS / 1000) },
    }
    await discord.control.addFault({ ...edge, times: 1 })
    await dashboard.open("/settings/discord")
    await page.reload()
    await read("app-address", page.locator("main"))
    // Whoever comes next must not find the store waiting.
    await eventually(async () => {
      const { checks } = await store.admin.client.fetch<AdminDiscordApplicationResponse>(
        "/admin/discord/application",
      )
      expect(checks.map(({ id }) => id)).not.toContain("address")
    }, BARRED_MS + 20_000)
  })
}
