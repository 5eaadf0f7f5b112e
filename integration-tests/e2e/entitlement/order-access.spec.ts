import type { HttpTypes } from "@medusajs/framework/types"
import { seriousViolations, seriousViolationsIn } from "../harness/axe"
import { browserSuite } from "../harness/browser-suite"
import { sellMemberships } from "../harness/memberships"
import type { Stage } from "../harness/stage"
import { expectRoles, userOf } from "../harness/people"

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
    // The open page sees it by itself.
    await section.getByText("Noah").waitFor()
    await section.getByText("Has the role", { exact: true }).nth(1).waitFor()
    expect(await section.getByRole("button", { name: COPY_LINK }).count()).toBe(0)

    // A guest has no account to connect again in: a new link is the way back.
    await discord.control.removeMember(discord.guild.id, noah)
    await discord.control.revokeAuthorization(noah, stage.world.application.client_id)
    await section.getByRole("button", { name: "Actions for the Discord roles" }).click()
    await page.getByRole("menuitem", { name: "Check again" }).click()
    await section.getByText("brings the roles back").waitFor()
    await section.getByRole("button", { name: COPY_LINK }).click()
    const again = await section.getByLabel("Claim link", { exact: true }).inputValue()
    await guest.goto(again)
    await guest.waitForURL(/oauth2\/authorize/)
    await guest.goto(await discord.control.authorize(guest.url(), { user_id: noah }))
    await expectRoles(stage, noah, ["Gold", "Silver"])
    await section.getByText("Has the role", { exact: true }).nth(1).waitFor()
    expect(await section.getByText("brings the roles back").count()).toBe(0)
  })

  test("a registered buyer connects in the storefront: there is nothing to claim", async (stage) => {
    const { dashboard, store } = stage
    const { variants } = await sellMemberships(stage)
    const rita = await store.registerCustomer("rita")
    const orderId = await store.buy(rita, variants.Silver)
    const section = await openOrder(stage, orderId)
    await section.getByText("until they do it in their account").waitFor()
    expect(await section.getByRole("button", { name: COPY_LINK }).count()).toBe(0)
    const link = section.getByLabel("Link to connect Discord", { exact: true })
    expect(await link.inputValue()).toBe(`${stage.world.addresses.storefront}/`)

    await section.getByRole("button", { name: "Send message", exact: true }).click()
    await dashboard.toast(`Message sent to ${rita.email}`)
    await section.getByRole("button", { name: "Resend message" }).waitFor()
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
    await section.getByText("Has the role", { exact: true }).nth(1).waitFor()
    await section.getByText("Community membership · Gold").waitFor()

    await discord.control.setMemberRoles(discord.guild.id, noah, [])
    await section.getByRole("button", { name: "Actions for the Discord roles" }).click()
    await page.getByRole("menuitem", { name: "Check again" }).click()
    await dashboard.toast("Checking again on 1 server")
    await expectRoles(stage, noah, ["Gold", "Silver"])
    await section.getByRole("link", { name: "Noah" }).click()
    await page.waitForURL(/\/customers\/cus_/)
  })

  test("is suspended for a disputed payment, says why, and is resumed", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { variants } = await sellMemberships(stage)
    const customer = await store.registerCustomer("nora")
    const noah = userOf(stage, 1)
    await store.linkAccount(customer, discord, noah)
    const orderId = await store.buy(customer, variants.Gold)
    await expectRoles(stage, noah, ["Gold", "Silver"])
    const section = await openOrder(stage, orderId)
    const { dialog } = dashboard
    const menu = section.getByRole("button", { name: "Actions for the access to Gold" })

    await menu.click()
    await page.getByRole("menuitem", { name: "Suspend", exact: true }).click()
    await dialog.getByRole("heading", { name: "Suspend the access to Gold?" }).waitFor()
    await dialog.getByText("until somebody resumes it").waitFor()
    const suspend = dialog.getByRole("button", { name: "Suspend", exact: true })
    await suspend.click()
    await dialog.getByText("Choose why the access is suspended.").waitFor()
    await dialog.getByLabel("Reason").click()
    await page.getByRole("option", { name: "payment disputed" }).click()
    await dialog.getByLabel("Note").fill("Stripe dp_1, filed by the bank")
    expect(await seriousViolations(page, "[role=dialog] form")).toEqual([])
    await suspend.click()
    await dashboard.toast("The access to Gold is suspended")
    await expectRoles(stage, noah, [])
    const why = [
      /Suspended .+: payment disputed/,
      "by " + stage.world.admin.email,
      "Note: Stripe dp_1, filed by the bank",
    ]
    for (const text of why) {
      await section.getByText(text).waitFor()
    }
    await section.getByText("Ended", { exact: true }).nth(1).waitFor()
    expect(await seriousViolationsIn(section)).toEqual([])

    // Whatever is told of the order: it stays suspended.
    await section.getByRole("button", { name: "Actions for the Discord roles" }).click()
    await page.getByRole("menuitem", { name: "Check again" }).click()
    await dashboard.toast("Checking again on 1 server")
    await expectRoles(stage, noah, [])

    await dashboard.open("/settings/discord/activity")
    const suspended = page.getByRole("row").filter({ hasText: "Access suspended" })
    await suspended.getByText("reason: dispute (Stripe dp_1, filed by the bank)").waitFor()

    await openOrder(stage, orderId)
    await menu.click()
    await page.getByRole("menuitem", { name: "Resume access" }).click()
    await dialog.getByText("It gives its roles again").waitFor()
    await dialog.getByRole("button", { name: "Resume access" }).click()
    await dashboard.toast("The access to Gold is resumed")
    await expectRoles(stage, noah, ["Gold", "Silver"])
    await section.getByText("Has the role", { exact: true }).nth(1).waitFor()
    expect(await section.getByText(/Suspended/).count()).toBe(0)
  })

  test("is silent about orders while no server is connected", async (stage) => {
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

  test("says that nothing is mapped, with the way to mend it, and that a payment is awaited", async (stage) => {
    const { page, store } = stage
    const { variants } = await sellMemberships(stage)
    const poster = await store.createProduct("Poster", [{ title: "A2" }])
    const bought = await store.buy(store.guest("gus"), poster.variantIds[0] ?? "")
    const section = await openOrder(stage, bought)
    await section.getByText("Nothing in this order gives a Discord role.").waitFor()
    expect(await seriousViolationsIn(section)).toEqual([])
    await section.getByRole("link", { name: "Choose roles for Poster" }).click()
    await page.waitForURL(`**/products/${poster.id}`)

    const unpaid = await store.makeOutOrder(store.guest("una").email, variants.Gold)
    await openOrder(stage, unpaid)
    await section.getByText("once the payment is authorized").waitFor()
    // The open page sees the payment by itself.
    await store.markAsPaid(unpaid)
    await section.getByText("Not connected", { exact: true }).waitFor()
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
