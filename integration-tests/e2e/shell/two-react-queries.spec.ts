import { readdir, readFile } from "node:fs/promises"
import path from "node:path"
import type { Page } from "playwright-core"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import { buildAdminWithTwoQueries } from "../world/admin-build"
import { chromiumPath } from "../world/chromium"

const BUILD_LIMIT_MS = 300_000
/** What react-query says where the context of its own copy is missing. */
const OUT_OF_REACH = "No QueryClient set"

browserSuite("the dashboard of a store that has react-query twice", (test) => {
  let admin = ""

  beforeAll(async () => {
    admin = chromiumPath() === null ? "" : await buildAdminWithTwoQueries()
  }, BUILD_LIMIT_MS)

  test("really has two: the plugin's own sees nothing of the dashboard's", async () => {
    const folder = path.join(admin, "assets")
    const files = (await readdir(folder)).filter((file) => file.endsWith(".js"))
    const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), "utf8")))
    expect(texts.join("").split(OUT_OF_REACH).length - 1).toBe(2)
  })

  test("shows and changes the plugin's part of a product, an order and a customer all the same", async (stage) => {
    const { dashboard, discord, page, store } = stage
    await serve(page, admin)
    const { productId, variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(customer, discord, noah)
    const orderId = await store.buy(customer, variants.Gold)
    await expectRoles(stage, noah, ["Gold", "Silver"])

    await dashboard.open(`/products/${productId}`)
    await dashboard.section("Discord").getByText("Gold").first().waitFor()
    await dashboard.open(`/orders/${orderId}`)
    await dashboard
      .section("Discord Roles")
      .getByText("Has the role", { exact: true })
      .first()
      .waitFor()
    await dashboard.open(`/customers/${customer.id}`)
    const account = dashboard.section("Discord")
    await account.getByText("@noah_b").waitFor()
    expect(await page.getByText("could not be shown").count()).toBe(0)

    await account.getByRole("button", { name: "Actions for the Discord account" }).click()
    await page.getByRole("menuitem", { name: "Unlink" }).click()
    await dashboard.dialog.getByRole("button", { name: "Unlink" }).click()
    await account.getByRole("button", { name: "Link a Discord user" }).waitFor()
    await expectRoles(stage, noah, [])
  })

  test("shows the plugin's settings", async (stage) => {
    const { dashboard, page } = stage
    await serve(page, admin)
    await sellMemberships(stage)
    await dashboard.open("/settings/discord")
    await page.getByRole("main").getByText("Example Community", { exact: true }).first().waitFor()
    await dashboard.open("/settings/discord/members")
    await page.getByRole("heading", { name: "Members" }).waitFor()
    expect(await page.getByText("could not be shown").count()).toBe(0)
  })
})

/** This build of the admin in place of the server's own. All it asks for, the server answers. */
async function serve(page: Page, folder: string): Promise<void> {
  await page.route("**/app/**", async (route) => {
    const { pathname } = new URL(route.request().url())
    const file = pathname.replace(/^\/app\//, "")
    await route.fulfill({
      path: path.join(folder, file.startsWith("assets/") ? file : "index.html"),
    })
  })
}
