import { readFile } from "node:fs/promises"
import { seriousViolations } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships, type Memberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

const CONTENT = "main"
/** In one call for who joins with the role, in another for who is there already. */
const GIVEN = /Joined with role|Role given|Roles changed/
/** Longer than a column. */
const LONG_PRODUCT = "Membership of the Society of Friends of Mechanical Calculators"
const LONG_SERVER = "Society of Friends of Mechanical Calculators and Other Engines"

interface Served extends Memberships {
  customer: { id: string; email: string }
  orderId: string
}

/** Noah owns Gold and holds it. */
async function servedMember(stage: Stage, product?: string): Promise<Served> {
  const { discord, store } = stage
  const memberships = await sellMemberships(stage, product)
  const { variants } = memberships
  const customer = await store.registerCustomer("nora")
  const noah = userOf(stage, 1)
  await store.linkAccount(customer, discord, noah)
  const orderId = await store.buy(customer, variants.Gold)
  await expectRoles(stage, noah, ["Gold", "Silver"])
  return { ...memberships, customer, orderId }
}

browserSuite("the activity log", (test) => {
  test("tells what was done, is searched by name and downloaded", async (stage) => {
    const { dashboard, page } = stage
    await servedMember(stage)
    await dashboard.open("/settings/discord")
    await page.getByRole("link", { name: "Activity" }).click()
    const given = page.getByRole("row").filter({ hasText: GIVEN }).first()
    await given.waitFor()
    expect(await seriousViolations(page, CONTENT)).toEqual([])
    const [badge, cell] = await Promise.all([
      given.getByText(GIVEN).boundingBox(),
      given.getByRole("cell").nth(1).boundingBox(),
    ])
    // What was done is read whole, not cut off by a narrow column.
    expect(badge && cell && badge.x + badge.width <= cell.x + cell.width).toBe(true)

    await dashboard.open("/settings/discord/activity?q=nobody-of-this-name")
    await page.getByText("Nothing found").waitFor()
    await dashboard.open("/settings/discord/activity?q=noah_b")
    await page.getByRole("row").filter({ hasText: GIVEN }).first().waitFor()
    const download = page.waitForEvent("download")
    await page.getByRole("button", { name: "Download CSV" }).click()
    const file = await readFile(await (await download).path(), "utf8")
    expect(file.split("\r\n")[0]).toContain("created_at,action,outcome")
    expect(file).toContain("noah_b")
  })

  test("names who, what and why, within the screen", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    const { customer, orderId, productId } = await servedMember(stage, LONG_PRODUCT)
    const guildId = await discord.createServer(LONG_SERVER, [{ name: "Keeper of the Keys" }])
    await store.connectServer(discord, guildId)
    const { order } = await store.admin.admin.order.retrieve(orderId, { fields: "display_id" })
    await dashboard.open("/settings/discord/activity")

    // Noah joined once, with both roles.
    const given = page.getByRole("row").filter({ hasText: "Joined with roles" })
    await given.getByText("Gold").waitFor()
    await given.getByText("Silver").waitFor()
    expect(await given.count()).toBe(1)
    const link = (name: string | RegExp) => given.getByRole("link", { name }).getAttribute("href")
    expect(await link(`Order #${order.display_id}`)).toMatch(new RegExp(`/orders/${orderId}$`))
    expect(await link("Noah")).toMatch(new RegExp(`/customers/${customer.id}$`))
    await given.getByText("Done.").waitFor()
    await given.getByRole("button", { name: "Discord answered 201" }).hover()
    await page.getByRole("tooltip").getByText("Discord answered 201").waitFor()

    const mapped = page.getByRole("row").filter({ hasText: "Roles of a product changed" })
    const product = mapped.getByRole("link", { name: `${LONG_PRODUCT}: Bronze, ` })
    expect(await product.getAttribute("href")).toMatch(new RegExp(`/products/${productId}$`))
    await mapped.getByRole("link", { name: `Admin ${world.admin.email}` }).waitFor()
    await page.getByRole("row").filter({ hasText: LONG_SERVER }).first().waitFor()

    const table = page.locator(CONTENT).getByRole("table")
    expect(await table.innerText()).not.toMatch(/(order|variant|user|cus|dent)_\w{5}|\b20[0-4]\b/)
    expect(
      await table.evaluate(({ parentElement: box }) => box && box.scrollWidth - box.clientWidth),
    ).toBe(0)
    expect(await seriousViolations(page, CONTENT)).toEqual([])
  })

  test("is opened from an order, a customer and a server, with a filter to take away", async (stage) => {
    const { dashboard, page, store } = stage
    const { customer, orderId } = await servedMember(stage)
    const { servers } = await store.servers()
    const { order } = await store.admin.admin.order.retrieve(orderId, { fields: "display_id" })
    const number = `#${order.display_id}`
    const rows = page.locator(CONTENT).getByRole("row")
    const joined = rows.filter({ hasText: "Joined with roles" })
    const mapped = rows.filter({ hasText: "Roles of a product changed" })
    const toActivity = async (path: string, menu: string) => {
      await dashboard.open(path)
      await page.getByRole("button", { name: menu }).click()
      await page.getByRole("menuitem", { name: "Activity" }).click()
      await joined.waitFor()
    }

    await toActivity(`/orders/${orderId}`, "Actions for the Discord roles")
    await page.getByRole("button", { name: number, exact: true }).waitFor()
    expect(await mapped.count()).toBe(0)
    await page.getByRole("button", { name: "Clear all" }).click()
    await mapped.waitFor()

    await toActivity(`/customers/${customer.id}`, "Actions for the Discord account")
    await page.getByRole("button", { name: customer.email, exact: true }).waitFor()
    await rows.filter({ hasText: "Discord connected" }).waitFor()
    expect(await mapped.count()).toBe(0)

    await dashboard.open(`/settings/discord/${servers[0]?.id}`)
    await page
      .locator(CONTENT)
      .getByRole("button")
      .filter({ has: page.locator("svg") })
      .first()
      .click()
    await page.getByRole("menuitem", { name: "Activity" }).click()
    await joined.waitFor()
    await page.getByRole("button", { name: "Example Community", exact: true }).waitFor()
    expect(await rows.filter({ hasText: "Discord connected" }).count()).toBe(0)

    // What a link brings without quotes counts as well.
    await dashboard.open(`/settings/discord/activity?order_id=${orderId}`)
    await page.getByRole("button", { name: number, exact: true }).waitFor()
    await joined.waitFor()
    expect(await mapped.count()).toBe(0)
  })
})
