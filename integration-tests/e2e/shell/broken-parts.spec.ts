import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"

/** An answer that no version of the store gives: a part that reads it breaks while it is drawn. */
const NONSENSE = {
  status: 200,
  contentType: "application/json",
  body: '{"count":1,"servers":[null],"variants":[null]}',
}

const FAILURE = {
  status: 500,
  contentType: "application/json",
  body: '{"type":"unknown_error","message":"An unknown error occurred."}',
}
/** In which a page that asks again and again shows itself. */
const WATCHED_MS = 4_000
/** A look or two of a page that keeps itself up to date, with one repetition each. */
const FEW_REQUESTS = 4

browserSuite("an answer of the store that fails", (test) => {
  test("is told on every page, is not asked for without end, and comes back", async (stage) => {
    const { dashboard, page, store } = stage
    const { productId, variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    const orderId = await store.buy(customer, variants.Gold)
    const { servers } = await store.servers()
    const server = `/settings/discord/${servers[0]?.id}`
    const parts: [address: string, answers: string, title: string][] = [
      ["/settings/discord", "servers?*", "The Discord servers could not be loaded"],
      ["/settings/discord", "setup", "How far the set-up is could not be loaded"],
      ["/settings/discord", "overview", "The overview could not be loaded"],
      [server, `servers/${servers[0]?.id}`, "The Discord server could not be loaded"],
      ["/settings/discord/members", "memberships?*", "The members could not be loaded"],
      ["/settings/discord/members", "sync-runs?*", "The background work could not be loaded"],
      ["/settings/discord/activity", "activity?*", "The activity could not be loaded"],
      ["/settings/discord/access", "entitlements?*", "The access could not be loaded"],
      [
        `/products/${productId}`,
        "discord-roles",
        "The Discord roles of this product could not be loaded",
      ],
      [`/orders/${orderId}`, "discord", "The Discord roles of this order could not be loaded"],
      [
        `/customers/${customer.id}`,
        "discord",
        "Discord account of this customer could not be loaded",
      ],
    ]
    for (const [address, answers, title] of parts) {
      let asked = 0
      await page.route(`**/admin/**/${answers}`, (route) => {
        asked++
        return route.fulfill(FAILURE)
      })
      await dashboard.open(address)
      const told = page.getByRole("alert").filter({ hasText: title })
      await told.waitFor()
      const before = asked
      await page.waitForTimeout(WATCHED_MS)
      expect([address, answers, asked - before <= FEW_REQUESTS]).toEqual([address, answers, true])
      await page.unroute(`**/admin/**/${answers}`)
      await told.getByRole("button", { name: "Try again" }).click()
      await told.waitFor({ state: "detached" })
    }
  })
})

browserSuite("a part of the plugin that breaks", (test) => {
  test("leaves the product's page usable, and comes back", async (stage) => {
    const { dashboard, page } = stage
    const { productId } = await sellMemberships(stage)
    const answers = "**/admin/products/*/discord-roles"
    await page.route(answers, (route) => route.fulfill(NONSENSE))
    await dashboard.open(`/products/${productId}`)
    const broken = page.getByRole("alert").filter({ hasText: "Discord Roles could not be shown." })
    await broken.getByText("The rest of this page works.").waitFor()

    await page.getByRole("main").getByRole("heading", { name: "Variants" }).waitFor()
    await page.goto(`${page.url()}/edit`)
    await dashboard.dialog.getByLabel("Title", { exact: true }).waitFor()
    await dashboard.open(`/products/${productId}`)

    await page.unroute(answers)
    await broken.getByRole("button", { name: "Try again" }).click()
    await dashboard.section("Discord").getByText("Gold").first().waitFor()
    expect(await broken.count()).toBe(0)
  })

  test("leaves the order's page usable, and comes back", async (stage) => {
    const { dashboard, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const orderId = await store.buy(store.guest("gus"), variants.Gold)
    const answers = "**/admin/orders/*/discord"
    await page.route(answers, (route) => route.fulfill(NONSENSE))
    await dashboard.open(`/orders/${orderId}`)
    const broken = page.getByRole("alert").filter({ hasText: "Discord Roles could not be shown." })
    await broken.getByText("The rest of this page works.").waitFor()

    await page.getByRole("main").getByRole("heading", { name: "Summary" }).waitFor()
    await page.goto(`${page.url()}/email`)
    await dashboard.dialog.getByLabel("Email", { exact: true }).waitFor()
    await dashboard.open(`/orders/${orderId}`)

    await page.unroute(answers)
    await broken.getByRole("button", { name: "Try again" }).click()
    await dashboard.section("Discord Roles").getByText("ordered as a guest").waitFor()
    expect(await broken.count()).toBe(0)
  })

  test("leaves the customer's page usable, and comes back", async (stage) => {
    const { dashboard, page, store } = stage
    await sellMemberships(stage)
    const { id } = await store.registerCustomer("nora")
    const answers = "**/admin/customers/*/discord"
    await page.route(answers, (route) => route.fulfill(NONSENSE))
    await dashboard.open(`/customers/${id}`)
    const broken = page.getByRole("alert").filter({ hasText: "Discord could not be shown." })
    await broken.getByText("The rest of this page works.").waitFor()

    await page.getByRole("main").getByRole("heading", { name: "Orders" }).waitFor()
    await page.goto(`${page.url()}/edit`)
    await dashboard.dialog.getByLabel("First name").waitFor()
    await dashboard.open(`/customers/${id}`)

    await page.unroute(answers)
    await broken.getByRole("button", { name: "Try again" }).click()
    await dashboard
      .section("Discord")
      .getByRole("button", { name: "Link a Discord user" })
      .waitFor()
    expect(await broken.count()).toBe(0)
  })

  test("is forgotten on another page", async (stage) => {
    const { dashboard, page } = stage
    await sellMemberships(stage)
    await page.route("**/admin/discord/servers?*", (route) => route.fulfill(NONSENSE))
    await dashboard.open("/settings/discord")
    await page.getByRole("alert").filter({ hasText: "could not be shown." }).waitFor()
    // The other page asks for the servers, too.
    await page.unroute("**/admin/discord/servers?*")
    await page.goto(page.url().replace(/\/discord$/, "/discord/members"))
    await page.getByRole("heading", { name: "Members" }).waitFor()
  })
})
