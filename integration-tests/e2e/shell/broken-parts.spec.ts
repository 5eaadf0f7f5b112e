import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"

/** An answer that no version of the store gives: a part that reads it breaks while it is drawn. */
const NONSENSE = {
  status: 200,
  contentType: "application/json",
  body: '{"count":1,"servers":[null],"variants":[null]}',
}

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
    await page.goto(page.url().replace(/\/discord$/, "/discord/members"))
    await page.getByRole("heading", { name: "Members" }).waitFor()
  })
})
