import { eventually } from "../../helpers/eventually"
import { allow, openConsent } from "../harness/consent"
import { expireAuthorizations } from "../harness/database"
import { expectRoles, userOf } from "../harness/people"
import { RolePane } from "../harness/role-pane"
import type { Stage } from "../harness/stage"
import { newMember } from "../harness/troubled-members"
import { troubleSuite } from "../harness/troubles"
import { testApplication } from "./troubleshooting-servers/the-application"

const SECTIONS = [
  "The application",
  "Adding a server",
  "A server",
  "The test of a role",
  "A product",
]
const ROLE_ROUTE = "/guilds/:guild/members/:user/roles/:role"
const ONLY_INVITE = "1"
const ONLY_MANAGE_ROLES = "268435456"
const ADMINISTRATOR = "8"

/** A server with a product whose one variant gives Gold. */
async function sellGold({ store, discord }: Stage, guildId = discord.guild.id) {
  const serverId = await store.connectServer(discord, guildId)
  const product = await store.createProduct("Membership", [{ title: "Monthly" }])
  const [variantId = ""] = product.variantIds
  const role_id = await discord.roleId("Gold", guildId)
  await store.setRoles(product.id, { variants: [{ variant_id: variantId, roles: [{ role_id }] }] })
  return { serverId, productId: product.id, variantId }
}

troubleSuite("what the guide says of servers", SECTIONS, (test, read) => {
  testApplication(test, read)

  test("adding a server ends in words, whatever happens", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    const main = page.locator("main")
    await dashboard.open("/settings/discord")

    const declined = await openConsent(stage)
    await declined.getByRole("button", { name: "Cancel" }).click()
    await read("connect-declined", main)

    const closed = await openConsent(stage)
    await closed.close()
    await read("connect-closed", main)

    const elsewhere = await openConsent(stage)
    await page.context().clearCookies({ name: /^discord_oauth_/ })
    await allow(elsewhere)
    await read("connect-other-browser", main)

    const late = await openConsent(stage)
    await expireAuthorizations(world.databaseUrl)
    await allow(late)
    await read("connect-expired", main)

    const unanswered = await openConsent(stage)
    await discord.control.outage(true)
    await allow(unanswered)
    await read("connect-unanswered", main)
    await discord.control.outage(false)

    const connect = "**/admin/discord/servers/connect"
    await page.route(connect, (route) => route.abort())
    await page.getByRole("button", { name: "Add Discord Server" }).click()
    await read("connect-not-started", main)
    await page.unroute(connect)
    expect((await store.servers()).count).toBe(0)

    await allow(await openConsent(stage))
    await page.getByText("Example Community is connected.").waitFor()
    await allow(await openConsent(stage))
    await read("connect-already", main)

    await page.addInitScript(() => {
      window.open = () => null
    })
    await page.reload()
    await page.getByRole("button", { name: "Add Discord Server" }).click()
    await read("connect-blocked", main)
  })

  test("each check of a server names its remedy", async (stage) => {
    const { dashboard, discord, page, store, world } = stage
    const { control, guild } = discord
    const { client_id, bot_token } = world.application
    await control.configure({ limits: "off" })
    const main = page.locator("main")
    const empty = await store.connectServer(discord)
    await discord.moveBot(1)
    await store.refresh(empty)
    await dashboard.open(`/settings/discord/${empty}`)
    await read("check-below_every_role", main)
    await page.getByText("Drag the bot's role here").waitFor()
    await discord.moveBot("top")

    const { serverId } = await sellGold(stage)
    const gold = await discord.roleId("Gold")
    const check = () => page.getByRole("button", { name: "Check again" }).click()
    await dashboard.open(`/settings/discord/${serverId}`)

    await control.updateRole(guild.id, gold, { permissions: ADMINISTRATOR })
    await check()
    await read("check-role_permissions", main)
    await control.updateRole(guild.id, gold, { permissions: "0" })

    await discord.moveBot(1)
    await check()
    await read("check-role_position", main)
    await discord.moveBot("top")

    await discord.setBotPermissions(ONLY_INVITE)
    await check()
    await read("check-manage_roles", main)
    await discord.setBotPermissions(ONLY_MANAGE_ROLES)
    await check()
    await read("check-create_invite", main)
    await store.admin.client.fetch(`/admin/discord/servers/${serverId}`, {
      method: "POST",
      body: { on_access_end: "kick" },
    })
    await check()
    await read("check-kick_members", main)

    await control.outage(true)
    await check()
    await read("server-unreachable", main)
    await control.outage(false)

    await control.updateApplication(client_id, { bot_token: "reset" })
    await check()
    await read("check-token", main)
    await control.updateApplication(client_id, { bot_token })

    await control.deleteRole(guild.id, gold)
    await check()
    await read("check-roles_deleted", main)

    await discord.removeBot()
    await check()
    await read("check-bot_in_server", main)
    await read("server-paused", main)

    await store.disconnect(serverId)
    await page.reload()
    await read("server-disconnected", main)

    // A server in which no channel is private, and whose newcomers have to accept rules.
    const screened = { membership_screening: true }
    const plain = await discord.createServer("Film Club", [{ name: "Gold" }], screened)
    const film = await sellGold(stage, plain)
    await store.refresh(film.serverId)
    await dashboard.open(`/settings/discord/${film.serverId}`)
    await read("check-role_channels", main)
    await read("check-screening", main)

    // Discord refuses every role change there.
    const member = await newMember(stage, "mia_refused")
    await control.addMember(plain, member.userId)
    const change = { method: "PUT", route: "/guilds/:guild/members/:user/roles/:role" }
    await control.addFault({ ...change, status: 403, code: 60003 })
    await store.grantAccess({ customer_id: member.customerId, variant_id: film.variantId })
    await eventually(async () => {
      const { servers } = await store.servers()
      expect(servers.find(({ id }) => id === film.serverId)?.status).toBe("paused")
    })
    await check()
    await read("check-two_factor", main)
    await control.clearFaults()
    await control.addFault({ ...change, status: 400, code: 30005 })
    await check()
    await read("check-role_changes", main)
    await control.clearFaults()
    await check()
    await page.getByText("Discord refuses to change roles").waitFor({ state: "detached" })
  })

  test("a test of a role says why it ended", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { control, guild } = discord
    await control.configure({ limits: "off" })
    const { serverId, variantId } = await sellGold(stage)
    const gold = await discord.roleId("Gold")
    const mia = userOf(stage, 0)
    await dashboard.open(`/settings/discord/${serverId}/test`)
    const drawer = dashboard.dialog
    await drawer.getByLabel("Role", { exact: true }).click()
    await page.getByRole("option", { name: "Gold" }).click()
    await drawer.getByLabel("Member", { exact: true }).fill("mi")
    await drawer.getByRole("radio", { name: /Mia/ }).check()
    const run = () => drawer.getByRole("button", { name: "Run the test" }).click()
    const failing = async (key: string, fault: Parameters<typeof control.addFault>[0]) => {
      const { id } = await control.addFault({ method: "PUT", route: ROLE_ROUTE, ...fault })
      await run()
      await read(key, drawer)
      await control.removeFault(id)
    }

    const { id: unanswered } = await control.addFault({
      method: "DELETE",
      route: ROLE_ROUTE,
      status: 503,
    })
    await run()
    await read("test-left-behind", drawer)
    await read("check-role_tests", page.locator("main"), {
      instead: { "1300000000000000003": mia },
    })
    await control.removeFault(unanswered)
    await store.refresh(serverId)

    await discord.moveBot(1)
    await run()
    await read("test-role-refused", drawer)
    await discord.moveBot("top")
    await failing("test-not-allowed", { status: 403, code: 50013 })
    await failing("test-unanswered", { status: 503 })
    await failing("test-changed", { status: 204 })

    await control.giveRole(guild.id, mia, gold)
    await run()
    await read("test-member-holds", drawer)
    await control.takeRole(guild.id, mia, gold)

    const customer = await store.registerCustomer("mia")
    await store.linkAccount(customer, discord, mia)
    await store.grantAccess({ customer_id: customer.id, variant_id: variantId })
    await expectRoles(stage, mia, ["Gold"])
    await run()
    await read("test-member-bought", drawer)
    await control.removeMember(guild.id, mia)
    await run()
    await read("test-member-absent", drawer)
    await control.deleteRole(guild.id, gold)
    await run()
    await read("test-role-deleted", drawer)
  })

  test("the pane of a product says why a role cannot be given", async (stage) => {
    const { dashboard, discord, page, store } = stage
    const { control, guild } = discord
    await control.configure({ limits: "off" })
    const pane = new RolePane(dashboard)
    const poster = await store.createProduct("Poster", [{ title: "A2" }])
    await pane.open(poster.id)
    await read("pane-no-server", pane.drawer)

    const { serverId, productId } = await sellGold(stage)
    await discord.moveBot(1)
    await store.refresh(serverId)
    await pane.open(productId)
    await pane.openList("Monthly")
    await read("role-above_bot", pane.list)
    await read("role-everyone", pane.list)
    await read("role-managed", pane.list, { instead: { Gold: "Example Store" } })
    await pane.closeList()

    const readAgain = page.getByRole("button", { name: /Read the roles of Example Community/ })
    await discord.moveBot("top")
    await discord.setBotPermissions(ONLY_INVITE)
    await readAgain.click()
    await pane.drawer.getByText("Roles of Example Community read from Discord").waitFor()
    await pane.openList("Monthly")
    await read("role-manage_roles_missing", pane.list)
    await pane.closeList()

    await control.outage(true)
    await readAgain.click()
    await read("pane-unanswered", pane.drawer)
    await control.outage(false)

    await pane.remove("Monthly", "Gold")
    const offline = "**/admin/products/*/discord-roles**"
    await page.route(offline, (route) => route.abort())
    await pane.pressSave()
    await read("pane-not-saved", pane.drawer)
    await page.unroute(offline)
    await pane.save()

    await discord.setBotPermissions("268435457")
    const again = await sellGold(stage)
    await control.deleteRole(guild.id, await discord.roleId("Gold"))
    await store.refresh(serverId)
    await pane.open(again.productId)
    await read("role-deleted", pane.variant("Monthly"))

    await discord.removeBot()
    await store.refresh(serverId)
    await pane.open(again.productId)
    await read("pane-paused", pane.drawer)
  })
})
