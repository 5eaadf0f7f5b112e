import { eventually } from "../../helpers/eventually"
import { sellMemberships } from "../harness/memberships"
import { expectRoles, userOf } from "../harness/people"
import type { MemberTab } from "../../../src/admin/lib/membership/member-tab"
import type { Stage } from "../harness/stage"
import {
  newGoldServer,
  newMember,
  troubledMembers,
  troubledServers,
} from "../harness/troubled-members"
import { troubleSuite, type ReadTrouble } from "../harness/troubles"

const SECTIONS = ["The members", "An order", "A customer", "Notices"]
/** The jobs that look after servers and tell of them run every minute. */
const ORDER_DISCORD = "**/admin/orders/*/discord"
const TWO_TICKS_MS = 125_000
const MEMBERS = 14
/** The server whose notices are read. */
const GONE = { "Example Community": "Server of member-bot-gone" }
const SLOW = { limit: 1, window_ms: 60_000 }

async function openMembers({ dashboard }: Stage, tab: MemberTab, q = ""): Promise<void> {
  await dashboard.open(`/settings/discord/members?tab=${tab}&q=${q}`)
}

async function waitForNotice({ store }: Stage, title: string): Promise<void> {
  await eventually(async () => {
    const { notifications } = await store.admin.admin.notification.list({ order: "-created_at" })
    expect(notifications.map(({ data }) => data?.title)).toContain(title)
  }, TWO_TICKS_MS)
}

troubleSuite("what the guide says of members", SECTIONS, (test, read) => {
  // One story, since notices come by the minute: the others are read meanwhile.
  test("the members, orders, customers and notices say whose move it is", async (stage) => {
    const absentId = await readMembers(stage, read)
    await readCustomers(stage, read, absentId)
    await readOrders(stage, read)
    await steerBulkWork(stage, read)
    const { dashboard, page } = stage
    await waitForNotice(stage, "Discord: Server of member-bot-gone works again")
    await dashboard.open("/settings/discord")
    await page.getByRole("button", { name: "Add Discord Server" }).waitFor()
    await page.keyboard.press("Meta+n")
    await read("notice-closed", dashboard.dialog, { instead: GONE })
  })
})

/**
 * Reads each reason in the list of members, and the notice of a server that needs the admin, which is mended then.
 *
 * @returns the customer who is linked by id
 */
async function readMembers(stage: Stage, read: ReadTrouble): Promise<string> {
  const { dashboard, discord, page, store } = stage
  const { control } = discord
  await control.configure({ limits: "off" })
  // First, since notices come by the minute.
  const servers = await troubledServers(stage)
  const gone = servers.get("member-bot-gone")?.server
  if (!gone) throw new Error("No server lost its bot")
  const members = await troubledMembers(stage, await newGoldServer(stage, "Example Club"))

  const rowOf = (name: string) => page.getByRole("row").filter({ hasText: name })
  const readAll = async (...keys: string[]) => {
    for (const key of keys) {
      await read(key, rowOf(key))
    }
  }
  await openMembers(stage, "customer")
  await readAll("member-absent", "member-full", "member-gone")
  await readAll("member-unverified", "member-limited")
  await openMembers(stage, "admin")
  await readAll("member-banned")
  await readAll("member-above_bot", "member-role-deleted", "member-invite", "member-manage_roles")
  await readAll("member-not-allowed", "member-bot-gone", "member-server-full", "member-two-factor")
  await readAll("member-malformed", "member-unknown")
  await store.disconnect(servers.get("member-disconnected")?.server.serverId ?? "")
  await openMembers(stage, "all", "member-disconnected")
  await readAll("member-disconnected")
  await openMembers(stage, "store")
  await readAll("member-unanswered", "member-overloaded", "member-in-between")

  await waitForNotice(stage, "Discord: Server of member-bot-gone needs you")
  await page.keyboard.press("Meta+n")
  await read("notice-opened", dashboard.dialog, { instead: GONE })
  await page.keyboard.press("Escape")
  await discord.installBot(gone.guildId)
  await store.refresh(gone.serverId)
  return members.get("member-absent")?.customerId ?? ""
}

/** Reads what customers' pages say. */
async function readCustomers(stage: Stage, read: ReadTrouble, absentId: string): Promise<void> {
  const { dashboard, discord, page, store } = stage
  const { control } = discord
  await dashboard.open(`/customers/${absentId}`)
  await read("customer-by-id", dashboard.section("Discord"))

  const lost = await newMember(stage, "lost")
  await control.revokeAuthorization(lost.userId, stage.world.application.client_id)
  const { variantId } = await newGoldServer(stage, "Another Club")
  await store.grantAccess({ customer_id: lost.customerId, variant_id: variantId })
  await dashboard.open(`/customers/${lost.customerId}`)
  await eventually(async () => {
    await page.reload()
    await dashboard.section("Discord").getByText("Must connect again").waitFor({ timeout: 3_000 })
  })
  await read("customer-refused", dashboard.section("Discord"))

  const { customer: guest } = await store.admin.admin.customer.create({
    email: "guest@example.com",
  })
  await dashboard.open(`/customers/${guest.id}`)
  await read("customer-guest-not-connected", dashboard.section("Discord"))

  const stranger = await store.registerCustomer("stranger")
  await dashboard.open(`/customers/${stranger.id}`)
  await read("customer-not-connected", dashboard.section("Discord"))
  await page.getByRole("button", { name: "Link a Discord user" }).click()
  const id = dashboard.dialog.getByLabel("Discord user ID")
  const link = () => dashboard.dialog.getByRole("button", { name: "Link", exact: true }).click()
  await id.fill("noah_b")
  await link()
  await read("customer-id-invalid", dashboard.dialog)
  await id.fill("80351110224678912")
  await link()
  await read("customer-id-unknown", dashboard.dialog)
  await id.fill(lost.userId)
  await link()
  await read("customer-id-taken", dashboard.dialog)
}

/** Reads what orders say, and a role that a moderator took. */
async function readOrders(stage: Stage, read: ReadTrouble): Promise<void> {
  const { dashboard, discord, page, store } = stage
  const { variants } = await sellMemberships(stage)
  const guest = store.guest("gus")
  await dashboard.open(`/orders/${await store.buy(guest, variants.Silver)}`)
  const order = dashboard.section("Discord Roles")
  await read("order-guest", order, { instead: { "buyer@example.com": guest.email } })

  const rita = await store.registerCustomer("rita")
  await dashboard.open(`/orders/${await store.buy(rita, variants.Silver)}`)
  await read("order-registered", order, { instead: { "buyer@example.com": rita.email } })
  const noah = userOf(stage, 1)
  // The page looks by itself whether somebody has connected: this one has not looked yet.
  await page.route(ORDER_DISCORD, (route) => route.abort())
  await store.linkAccount(rita, discord, noah)
  await expectRoles(stage, noah, ["Silver"])
  await order.getByRole("button", { name: "Send message" }).click()
  await read("order-message-needless", page.locator("body"))
  await page.unroute(ORDER_DISCORD)

  const poster = await store.createProduct("Poster", [{ title: "A2" }])
  await dashboard.open(`/orders/${await store.buy(guest, poster.variantIds[0] ?? "")}`)
  await read("order-not-mapped", order)
  await dashboard.open(`/orders/${await store.makeOutOrder(guest.email, variants.Silver)}`)
  await read("order-awaits-payment", order)

  const { servers } = await store.servers()
  const server = servers.find(({ guild_id }) => guild_id === discord.guild.id)
  await store.admin.client.fetch(`/admin/discord/servers/${server?.id}`, {
    method: "POST",
    body: { on_role_removed: "respect" },
  })
  await discord.control.setMemberRoles(discord.guild.id, noah, [])
  await dashboard.open(`/customers/${rita.id}`)
  await page.getByRole("button", { name: "Actions for the Discord account" }).click()
  await page.getByRole("menuitem", { name: "Check again" }).click()
  await read("customer-withheld", dashboard.section("Discord"))
}

/** Watches bulk work, cancels it, tries one of those held back again, and lets the rest go on. */
async function steerBulkWork(stage: Stage, read: ReadTrouble): Promise<void> {
  const { dashboard, discord, page, store } = stage
  const { control } = discord
  const { productId, variants } = await sellMemberships(stage, "Bulk membership")
  const members = await Promise.all(
    Array.from({ length: MEMBERS }, (_, at) => newMember(stage, `bulk_${at}`)),
  )
  for (const { customerId } of members) {
    await store.grantAccess({ customer_id: customerId, variant_id: variants.Silver })
  }
  for (const { userId } of members) {
    await expectRoles(stage, userId, ["Silver"])
  }

  await control.configure({ limits: { member_role: SLOW, member_patch: SLOW } })
  const roles = [await discord.roleId("Silver"), await discord.roleId("Bronze")]
  await store.setRoles(productId, {
    variants: [{ variant_id: variants.Silver, roles: roles.map((role_id) => ({ role_id })) }],
  })
  await dashboard.open("/settings/discord/members")
  const run = page
    .getByRole("region", { name: "Changed roles" })
    .filter({ hasText: `of ${MEMBERS}` })
  await run.getByText("Running", { exact: true }).waitFor()
  await eventually(async () => {
    const done = await run.getByRole("progressbar").getAttribute("aria-valuenow")
    expect(Number(done)).toBeGreaterThan(0)
  })
  await run.getByRole("button", { name: "Cancel run" }).click()
  await dashboard.dialog.getByText("Members who have been served keep what they have.").waitFor()
  await dashboard.dialog.getByRole("button", { name: "Cancel run" }).click()
  await dashboard.toast("Run canceled")
  await run.getByText("Canceled", { exact: true }).waitFor()

  await openMembers(stage, "admin", "bulk_")
  const held = page.getByRole("row").filter({ hasText: "On hold:" })
  await read("member-held-back", held.first())
  const count = await held.count()
  const name = /bulk_\d+/.exec(await held.first().innerText())?.[0] ?? ""
  await held.first().getByRole("button").last().click()
  await page.getByRole("menuitem", { name: "Check again" }).click()
  await dashboard.toast(`Checking ${name} again`)
  await eventually(async () => expect(await held.count()).toBeLessThan(count))

  await control.configure({ limits: "off" })
  await run.getByRole("button", { name: "Resume run" }).click()
  await dashboard.toast("Run resumed")
  await eventually(async () => expect(await held.count()).toBe(0))
}
