import type { HttpTypes } from "@medusajs/framework/types"
import { seriousViolationsIn } from "./harness/axe"
import { browserSuite } from "./harness/browser-suite"
import { sellMemberships } from "./harness/memberships"
import type { Stage } from "./harness/stage"
import { expectRoles, userOf } from "./harness/people"

const NAME = "Discord Roles"
const COPY_LINK = "Copy claim link"

browserSuite("what an order gives", (test) => {
  test("a guest's link is copied, and whoever claims it holds the roles", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const orderId = await store.buy(store.guest("gus"), variants.Gold)
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"])
    const section = await openOrder(stage, orderId)
    await section.getByText("Not connected", { exact: true }).waitFor()
    await section.getByText("ordered as a guest").waitFor()
    expect(await section.getByText("Waiting", { exact: true }).count()).toBe(2)

    await section.getByRole("button", { name: COPY_LINK }).click()
    await dashboard.toast("Claim link copied")
    const link = await section.getByLabel("Claim link", { exact: true }).inputValue()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link)
    expect(await seriousViolationsIn(section)).toEqual([])

    const guest = await stage.newVisitor()
    const noah = userOf(stage, 1)
    await guest.goto(link)
    await guest.waitForURL(/oauth2\/authorize/)
    await guest.goto(await discord.control.authorize(guest.url(), { user_id: noah }))
    await expectRoles(stage, noah, ["Gold", "Silver"])
    await page.reload()
    await section.getByText("Noah").waitFor()
    expect(await section.getByText("Held", { exact: true }).count()).toBe(2)
    expect(await section.getByRole("button", { name: COPY_LINK }).count()).toBe(0)
  })

  test("a registered buyer connects in the storefront: there is nothing to claim", async (stage) => {
    const { dashboard, store } = stage
    const { variants } = await sellMemberships(stage)
    const rita = await store.registerCustomer("rita")
    const orderId = await store.buy(rita, variants.Silver)
    const section = await openOrder(stage, orderId)
    await section.getByText("until they do it in their account").waitFor()
    expect(await section.getByRole("button", { name: COPY_LINK }).count()).toBe(0)

    await section.getByRole("button", { name: "Resend message" }).click()
    await dashboard.toast(`Message sent to ${rita.email}`)
    const [message] = await messagesAbout(stage, orderId)
    expect(message).toMatchObject({
      to: rita.email,
      channel: "email",
      template: "discord-connect",
      data: {
        order_id: orderId,
        is_guest: false,
        claim_url: null,
        connect_url: `${stage.world.addresses.storefront}/`,
        roles: [{ server_name: "Example Community", role_name: "Silver" }],
      },
    })
  })

  test("says to whom, until when, and syncs anew", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(customer, discord, noah)
    const orderId = await store.buy(customer, variants.Gold)
    await expectRoles(stage, noah, ["Gold", "Silver"])
    const section = await openOrder(stage, orderId)
    await section.getByText("Held", { exact: true }).nth(1).waitFor()
    await section.getByText("Community membership · Gold").waitFor()

    await discord.control.setMemberRoles(discord.guild.id, noah, [])
    await section.getByRole("button", { name: "Actions for the Discord roles" }).click()
    await page.getByRole("menuitem", { name: "Resync" }).click()
    await dashboard.toast("Syncing with 1 server")
    await expectRoles(stage, noah, ["Gold", "Silver"])
    await section.getByRole("link", { name: "Noah" }).click()
    await page.waitForURL(/\/customers\/cus_/)
  })

  test("is silent about an order that gives nothing", async (stage) => {
    const { dashboard, page, store } = stage
    const poster = await store.createProduct("Poster", [{ title: "A2" }])
    const [variantId = ""] = poster.variantIds
    const orderId = await store.buy(store.guest("gus"), variantId)
    const answered = page.waitForResponse((response) =>
      response.url().endsWith(`/admin/orders/${orderId}/discord`),
    )
    await dashboard.open(`/orders/${orderId}`)
    expect((await answered).status()).toBe(200)
    await page.getByRole("heading", { name: "Customer" }).waitFor()
    expect(await dashboard.section(NAME).count()).toBe(0)
  })
})

/** What the provider was given to send about an order, the latest first. */
async function messagesAbout(
  { store }: Stage,
  orderId: string,
): Promise<HttpTypes.AdminNotification[]> {
  const { notifications } = await store.admin.admin.notification.list({ order: "-created_at" })
  return notifications.filter(({ data }) => data?.order_id === orderId)
}

async function openOrder({ dashboard }: Stage, orderId: string) {
  await dashboard.open(`/orders/${orderId}`)
  const section = dashboard.section(NAME)
  await section.waitFor()
  return section
}
