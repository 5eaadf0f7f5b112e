import { randomUUID } from "node:crypto"
import { seriousViolations, seriousViolationsIn } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { Stage } from "../harness/stage"

/** The drawer's own frame is Medusa's. */
const FORM = "[role=dialog] form"

browserSuite("a customer's Discord", (test) => {
  test("says why each role is held, down to Discord's answer", async (stage) => {
    const { discord, store } = stage
    const { variants, productId } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(customer, discord, noah)
    const orderId = await store.buy(customer, variants.Gold)
    await store.buy(customer, variants.Bronze)
    await expectRoles(stage, noah, ["Bronze", "Gold", "Silver"])

    const { account } = await openCustomer(stage, customer.id)
    await account.getByText("Noah", { exact: true }).waitFor()
    await account.getByText("@noah_b").waitFor()
    const gold = account.getByRole("list", { name: "Why: Gold" })
    expect(await gold.getByRole("link", { name: /^Order #\d+$/ }).getAttribute("href")).toBe(
      `/app/orders/${orderId}`,
    )
    const variant = gold.getByRole("link", { name: "Community membership · Gold" })
    expect(await variant.getAttribute("href")).toBe(
      `/app/products/${productId}/variants/${variants.Gold}`,
    )
    await gold.getByText("Gives Gold as long as it is owned").waitFor()
    await gold.getByText(/^Discord: /).waitFor()
    await account.getByText("Gives Bronze for 30 days").waitFor()
    expect(await account.getByText("Has the role", { exact: true }).count()).toBe(3)
    expect(await seriousViolationsIn(account)).toEqual([])
  })

  test("is linked to a member found by name, and unlinked again", async (stage) => {
    const { dashboard, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("mara")
    await store.buy(customer, variants.Silver)
    const mia = userOf(stage, 0)

    const { account } = await openCustomer(stage, customer.id)
    const link = account.getByLabel("Link to connect Discord", { exact: true })
    expect(await link.inputValue()).toBe(`${stage.world.addresses.storefront}/`)
    await account.getByRole("button", { name: "Link a Discord user" }).click()
    const id = dashboard.dialog.getByLabel("Discord user ID")
    await id.fill("mia.k")
    await dashboard.dialog.getByRole("button", { name: "Link", exact: true }).click()
    await dashboard.dialog.getByText("17 to 20 digits, not a name").waitFor()
    await dashboard.dialog.getByRole("searchbox").fill("mi")
    await dashboard.dialog.getByRole("radio", { name: /Mia/ }).check()
    expect(await id.inputValue()).toBe(mia)
    expect(await seriousViolations(page, FORM)).toEqual([])
    await dashboard.dialog.getByRole("button", { name: "Link", exact: true }).click()
    await dashboard.toast("Linked to Mia")
    await expectRoles(stage, mia, ["Silver"])
    await link.waitFor({ state: "detached" })
    await account.getByText("Has the role", { exact: true }).waitFor()

    await account.getByRole("button", { name: "Actions for the Discord account" }).click()
    await page.getByRole("menuitem", { name: "Unlink" }).click()
    await dashboard.dialog.getByText("Silver on Example Community").waitFor()
    await dashboard.dialog.getByRole("button", { name: "Unlink" }).click()
    await dashboard.toast("Mia is unlinked")
    await expectRoles(stage, mia, [])
    await account.getByText("has not connected Discord").waitFor()
  })

  test("is a guest, whose claim link is made on the customer's page, too", async (stage) => {
    const { store } = stage
    const { variants } = await sellMemberships(stage)
    const orderId = await store.buy(store.guest("gus"), variants.Gold)
    const { order } = await store.admin.admin.order.retrieve(orderId, { fields: "customer_id" })
    const { account } = await openCustomer(stage, order.customer_id ?? "")
    await account.getByRole("button", { name: "Copy claim link" }).click()
    const link = account.getByLabel("Claim link", { exact: true })
    expect(await link.inputValue()).toContain("/discord/claim?token=")
    expect(await account.getByLabel("Link to connect Discord").count()).toBe(0)
    expect(await seriousViolationsIn(account)).toEqual([])
  })

  test("has access granted by hand, changed and ended", async (stage) => {
    const { dashboard, discord, page, store } = stage
    // The shop keeps the products of other tests: this one must be found among them.
    const title = `Membership ${randomUUID()}`
    await sellMemberships(stage, title)
    const customer = await store.registerCustomer("zita")
    const zoe = userOf(stage, 2)
    await store.linkAccount(customer, discord, zoe)

    const { manual } = await openCustomer(stage, customer.id)
    await manual.getByRole("button", { name: "Grant access" }).click()
    const { dialog } = dashboard
    await dialog.getByRole("button", { name: "Grant access" }).click()
    await dialog.getByText("Choose the variant").waitFor()
    await dialog.getByRole("combobox", { name: "Product variant" }).fill(title)
    await page.getByRole("option", { name: `${title} · Silver · €20.00` }).click()
    await dialog.getByLabel("Note").fill("Winner of the raffle")
    expect(await seriousViolations(page, FORM)).toEqual([])
    await dialog.getByRole("button", { name: "Grant access" }).click()
    await dashboard.toast("Access granted")
    await expectRoles(stage, zoe, ["Silver"])
    await manual.getByText("Winner of the raffle").waitFor()
    expect(await seriousViolationsIn(manual)).toEqual([])

    const menu = manual.getByRole("button", { name: "Actions for the access to Silver" })
    await menu.click()
    await page.getByRole("menuitem", { name: "Change access" }).click()
    await dialog.getByRole("spinbutton", { name: /month/ }).click()
    await page.keyboard.type("123120301000A")
    await dialog.getByLabel("Note").fill("Moderates the forum")
    await dialog.getByRole("button", { name: "Save" }).click()
    await dashboard.toast("Access changed")
    await manual.getByText("Moderates the forum").waitFor()
    await manual.getByText("Until Dec 31, 2030 10:00 AM").waitFor()

    await menu.click()
    await page.getByRole("menuitem", { name: "End access" }).click()
    await dialog.getByText("This role is taken away now: Silver on Example Community.").waitFor()
    await dialog.getByRole("button", { name: "End access" }).click()
    await dashboard.toast("The access to Silver has ended")
    await expectRoles(stage, zoe, [])
    await manual.getByText(/an admin ended it/).waitFor()
  })

  test("has access suspended where it says why, whatever gave it", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(customer, discord, noah)
    await store.buy(customer, variants.Silver)
    await store.grantAccess({ customer_id: customer.id, variant_id: variants.Bronze })
    await expectRoles(stage, noah, ["Bronze", "Silver"])
    const { account, manual } = await openCustomer(stage, customer.id)
    const suspend = async (reason: string) => {
      await page.getByRole("menuitem", { name: "Suspend", exact: true }).click()
      await dashboard.dialog.getByLabel("Reason").click()
      await page.getByRole("option", { name: reason }).click()
      await dashboard.dialog.getByRole("button", { name: "Suspend", exact: true }).click()
    }

    const silver = account.getByRole("list", { name: "Why: Silver" })
    await silver.getByRole("button", { name: "Actions for the access to Silver" }).click()
    await suspend("abuse")
    await dashboard.toast("The access to Silver is suspended")
    await expectRoles(stage, noah, ["Bronze"])
    await silver.getByText(/Suspended .+: abuse/).waitFor()

    const bronze = manual.getByRole("button", { name: "Actions for the access to Bronze" })
    await bronze.click()
    await suspend("another reason")
    await dashboard.toast("The access to Bronze is suspended")
    await expectRoles(stage, noah, [])
    await manual.getByText("Suspended", { exact: true }).waitFor()
    await manual.getByText(/Suspended .+: another reason/).waitFor()
    expect(await seriousViolationsIn(account)).toEqual([])
    expect(await seriousViolationsIn(manual)).toEqual([])

    await bronze.click()
    await page.getByRole("menuitem", { name: "Resume access" }).click()
    await dashboard.dialog.getByRole("button", { name: "Resume access" }).click()
    await dashboard.toast("The access to Bronze is resumed")
    await expectRoles(stage, noah, ["Bronze"])
    await manual.getByText("Active", { exact: true }).waitFor()
  })
})

async function openCustomer({ dashboard }: Stage, customerId: string) {
  await dashboard.open(`/customers/${customerId}`)
  const account = dashboard.section("Discord")
  await account.waitFor()
  return { account, manual: dashboard.section("Manual access") }
}
