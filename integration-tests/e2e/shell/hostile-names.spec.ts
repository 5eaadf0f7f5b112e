import type { Page } from "playwright-core"
import { browserSuite } from "../harness/browser-suite"
import { openDemoShop } from "../harness/storefront/demo-shop"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import { Shopper } from "../harness/storefront/shopper"
import type { Stage } from "../harness/stage"

/** Runs in a page that takes a name for HTML. As long as a name in Discord may be. */
const evil = (name: string) => `<img src=x onerror=alert(1)>${name}`
const SHOWN = "<img src=x onerror=alert(1)>"

/** Names of a server, a role and a user that are HTML. */
async function renameAll({ discord }: Stage, userId: string): Promise<void> {
  const { control, guild } = discord
  await control.updateGuild(guild.id, { name: evil("Server") })
  await control.updateRole(guild.id, await discord.roleId("Gold"), { name: evil("Gold") })
  await control.updateUser(userId, { global_name: evil("Noah") })
}

/** Waits until a page shows such a name, and makes sure that it is a text in it and nothing else. */
async function expectText(page: Page, address: string): Promise<void> {
  await page.getByText(SHOWN).first().waitFor()
  expect([address, await page.locator('img[src="x"]').count()]).toEqual([address, 0])
}

/** Notes what a page says in a window of its own: nothing here does. */
function listen(page: Page): string[] {
  const said: string[] = []
  page.on("dialog", (dialog) => {
    said.push(dialog.message())
    void dialog.dismiss()
  })
  return said
}

browserSuite("names that are HTML", (test) => {
  test("are text on every page of the dashboard, whoever made them up", async (stage) => {
    const { dashboard, page, store } = stage
    const noah = userOf(stage, 1)
    const said = listen(page)
    const { productId, variants } = await sellMemberships(stage, evil("Product"))
    await renameAll(stage, noah)
    const { servers } = await store.servers()
    await store.refresh(servers[0]?.id ?? "")
    const customer = await store.registerCustomer("nora")
    await store.linkAccount(customer, stage.discord, noah)
    const orderId = await store.buy(customer, variants.Gold)
    await expectRoles(stage, noah, [evil("Gold"), "Silver"])
    for (const address of [
      "/settings/discord",
      `/settings/discord/${servers[0]?.id}`,
      `/settings/discord/${servers[0]?.id}/edit`,
      `/settings/discord/${servers[0]?.id}/disconnect`,
      "/settings/discord/members",
      "/settings/discord/access",
      "/settings/discord/activity",
      `/products/${productId}`,
      `/orders/${orderId}`,
      `/customers/${customer.id}`,
    ]) {
      await dashboard.open(address)
      await expectText(page, address)
    }
    expect(said).toEqual([])
  })

  test("are text in the storefront, before the purchase and on the account's page", async (stage) => {
    await openDemoShop(stage)
    await renameAll(stage, userOf(stage, 1))
    const { servers } = await stage.store.servers()
    await stage.store.refresh(servers[0]?.id ?? "")
    const shopper = await Shopper.arrive(stage, "nora")
    const said = listen(shopper.page)
    await shopper.open()
    await expectText(shopper.page, "the shop")
    await shopper.signUpFor("Gold")
    await shopper.connect(`${evil("Noah")} (@noah_b)`)
    await expectText(shopper.page, "the account")
    expect(said).toEqual([])
  })
})
