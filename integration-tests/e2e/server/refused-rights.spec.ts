import { randomUUID } from "node:crypto"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"

/** What Medusa answers in a store that restricts its admins by roles. */
const REFUSED = {
  status: 403,
  contentType: "application/json",
  body: '{"type":"forbidden","message":"Forbidden"}',
}
const IN_WORDS = "Your role does not allow this."

browserSuite("an admin whose role allows nothing of Discord", (test) => {
  test("is told so on every page, and the rest of each page works", async (stage) => {
    const { dashboard, page, store } = stage
    const { productId, variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("rita")
    const orderId = await store.buy(customer, variants.Silver)
    const { servers } = await store.admin.client.fetch<{ servers: { id: string }[] }>(
      "/admin/discord/servers",
    )
    await page.route(/\/admin\/(discord\/|.*\/discord(-roles)?(\?|$))/, (route) =>
      route.fulfill(REFUSED),
    )

    const refusal = page.getByRole("alert").filter({ hasText: IN_WORDS })
    for (const settings of ["", `/${servers[0]?.id}`, "/members", "/activity"]) {
      await dashboard.open(`/settings/discord${settings}`)
      await refusal.first().waitFor()
    }
    for (const [detail, heading] of [
      [`/products/${productId}`, "Variants"],
      [`/customers/${customer.id}`, "Orders"],
      [`/orders/${orderId}`, "Summary"],
    ] as const) {
      await dashboard.open(detail)
      await refusal.first().waitFor()
      await page.getByRole("main").getByRole("heading", { name: heading }).first().waitFor()
    }
  })

  test("is told so when a change is refused", async (stage) => {
    const { dashboard, page, store } = stage
    // The shop keeps the products of other tests: this one must be found among them.
    const title = `Membership ${randomUUID()}`
    await sellMemberships(stage, title)
    const customer = await store.registerCustomer("rita")
    await page.route("**/admin/discord/entitlements", (route) =>
      route.request().method() === "POST" ? route.fulfill(REFUSED) : route.fallback(),
    )
    await dashboard.open(`/customers/${customer.id}`)
    await page.getByRole("button", { name: "Grant access" }).click()
    const { dialog } = dashboard
    await dialog.getByRole("combobox", { name: "Product variant" }).fill(title)
    await page.getByRole("option", { name: `${title} · Silver` }).click()
    await dialog.getByRole("button", { name: "Grant access" }).click()
    await dialog.getByText(IN_WORDS).waitFor()
  })
})
