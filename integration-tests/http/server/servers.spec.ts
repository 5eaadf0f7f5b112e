import { PermissionFlagsBits } from "discord.js"
import type {
  AdminDiscordServerDeleteResponse,
  AdminDiscordServerDisconnectPreviewResponse,
  AdminDiscordServerResponse,
} from "../../../src/types/http"
import { connectServer } from "../../helpers/store/admin"
import { APPLICATION } from "../../helpers/store/application"
import { eventually } from "../../helpers/eventually"
import { storeSuite, type Scene } from "../../helpers/store/suite"

const KICK = "DELETE /guilds/:guild/members/:user"
const MANAGE_ROLES = PermissionFlagsBits.ManageRoles | PermissionFlagsBits.CreateInstantInvite

storeSuite("disconnecting a server", (scene) => {
  it("tells before what would happen to whom", async () => {
    const { admin, discord } = scene()
    const { serverId } = await memberWith(scene(), ["Gold", "Bronze"])
    const second = await scene().newBuyer("ben")
    await discord.control.addMember(discord.guildId, second.userId, { roles: [discord.roles.Gold] })
    await second.customer.connect(discord, second.userId)
    await scene().settled(await second.customer.buy("Gold"))
    const { preview } = await admin.send<AdminDiscordServerDisconnectPreviewResponse>(
      `/admin/discord/servers/${serverId}/disconnect`,
    )
    expect(preview).toMatchObject({
      members: 2,
      members_with_roles: 1,
      roles_given: 2,
      roles_adopted: 1,
      changes_waiting: 0,
      mappings: 3,
    })
    expect(preview.roles).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role_id: discord.roles.Gold, name: "Gold", members: 1 }),
        expect.objectContaining({ role_id: discord.roles.Bronze, name: "Bronze", members: 1 }),
      ]),
    )
  })

  it("leaves the roles where they are unless asked, and calls Discord no more", async () => {
    const { cancel, db, discord, service, settled } = scene()
    const { customer, order, serverId, userId } = await memberWith(scene(), ["Gold"])
    const { server } = await disconnect(scene(), serverId)
    expect(server).toMatchObject({ status: "disconnected", takes_back_roles: false })
    expect(await customer.access()).toMatchObject({ servers: [] })
    const before = await discord.now()
    await cancel(order)
    await customer.buy("Silver")
    await eventually(async () =>
      expect(await db("discord_entitlement").whereNull("ends_at")).toMatchObject([
        { variant_id: scene().store.variants.Silver },
      ]),
    )
    await service.sweep()
    await service.engine.idle()
    expect(await discord.callsFor(userId, before)).toEqual([])
    expect(await discord.rolesOf(userId)).toEqual(["Gold"])

    // Connected again: what happened meanwhile is made good, and nothing had to be mapped anew.
    await connectServer(scene().admin, discord)
    await discord.expectRoles(userId, ["Silver"])
    await settled()
  })

  it("takes back what the plugin gave when asked, and nothing else, and gives it again on connecting", async () => {
    const { admin, discord, settled } = scene()
    const { serverId, userId } = await memberWith(scene(), ["Gold", "Bronze"])
    const { Bronze, Gold, Silver } = discord.roles
    await discord.control.setMemberRoles(discord.guildId, userId, [Bronze, Gold, Silver])
    // Whoever was brought in stays: access has not ended, the store has only left.
    await discord.setBotPermissions((MANAGE_ROLES | PermissionFlagsBits.KickMembers).toString())
    await admin.send(`/admin/discord/servers/${serverId}`, { body: { on_access_end: "kick" } })
    const before = await discord.now()
    const { server } = await disconnect(scene(), serverId, "?roles=remove")
    expect(server).toMatchObject({ status: "disconnected", takes_back_roles: true })
    await discord.expectRoles(userId, ["Silver"])
    await settled()
    expect(await discord.callsFor(userId, before)).not.toContain(KICK)
    const log = await discord.control.auditLog(discord.guildId)
    expect(log.at(-1)?.reason).toBe("store: server disconnected")

    await connectServer(admin, discord)
    await discord.expectRoles(userId, ["Bronze", "Silver", "Gold"])
    await settled()
    const again = await admin.send<AdminDiscordServerResponse>(`/admin/discord/servers/${serverId}`)
    expect(again.server).toMatchObject({ status: "connected", takes_back_roles: false })
  })

  it("takes the roles back after all when Discord was down, or the process was", async () => {
    const { discord, service } = scene()
    const { serverId, userId } = await memberWith(scene(), ["Gold"])
    await discord.control.addFault({ method: "DELETE", status: 503 })
    await disconnect(scene(), serverId, "?roles=remove")
    await eventually(async () =>
      expect(await scene().membershipOf(userId)).toMatchObject({ status: "retrying" }),
    )
    expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    await discord.control.clearFaults()
    // What a start does: nobody told this process of the work.
    await service.engine.sweep()
    await discord.expectRoles(userId, [])
  })

  it("leaves the roles that are not taken back yet, when told to keep them after all", async () => {
    const { admin, discord, membershipOf, service, settled } = scene()
    const { serverId, userId } = await memberWith(scene(), ["Gold", "Bronze"])
    const taken = async () =>
      (await discord.callsFor(userId, before)).filter((call) => call.startsWith("DELETE"))
    const before = await discord.now()
    await discord.control.configure({ latency_ms: 2_000 })
    await disconnect(scene(), serverId, "?roles=remove")
    await eventually(async () =>
      expect(await membershipOf(userId)).toMatchObject({ lease_id: expect.any(String) as string }),
    )
    const { server } = await disconnect(scene(), serverId)
    expect(server).toMatchObject({ status: "disconnected", takes_back_roles: false })
    await discord.control.configure({ latency_ms: 0 })
    await service.engine.idle()
    await service.engine.sweep()
    await service.engine.idle()
    // The call that was on its way could not be called back.
    expect(await taken()).toHaveLength(1)
    expect(await discord.rolesOf(userId)).toHaveLength(1)

    await connectServer(admin, discord)
    await discord.expectRoles(userId, ["Bronze", "Gold"])
    await settled()
  })

  it("is at peace with a server that the bot was thrown out of", async () => {
    const { admin, discord, service, settled } = scene()
    const { serverId, userId } = await memberWith(scene(), ["Gold"])
    await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
    await disconnect(scene(), serverId, "?roles=remove")
    await eventually(async () => {
      const { server } = await admin.send<AdminDiscordServerResponse>(
        `/admin/discord/servers/${serverId}`,
      )
      expect(server).toMatchObject({ status: "disconnected", takes_back_roles: false })
      expect(server.pause_reason).toContain("The bot is not in this Discord server any more")
    })
    const before = await discord.now()
    await service.engine.heal()
    expect(await discord.callsFor(userId, before)).toEqual([])
    await discord.control.installBot(discord.guildId, APPLICATION.client_id, {
      position: "top",
    })
    await connectServer(admin, discord)
    await settled()
    expect(await discord.rolesOf(userId)).toEqual(["Gold"])
  })

  it("refuses what it does not know", async () => {
    const { admin } = scene()
    const { serverId } = await memberWith(scene(), [])
    const wrong = await admin.raw(`/admin/discord/servers/${serverId}?roles=burn`, {
      method: "DELETE",
    })
    expect(wrong.status).toBe(400)
    expect((await admin.raw("/admin/discord/servers/x", { method: "DELETE" })).status).toBe(404)
    expect((await admin.raw("/admin/discord/servers/x/disconnect")).status).toBe(404)
  })

  describe("a role deleted in Discord", () => {
    it("and mapped anew reaches those who bought before", async () => {
      const { admin, discord, map, settled } = scene()
      const { serverId, userId } = await memberWith(scene(), ["Gold"])
      await discord.control.deleteRole(discord.guildId, discord.roles.Gold)
      await admin.send(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" })
      await map({ Gold: ["Silver"] })
      await discord.expectRoles(userId, ["Silver"])
      await settled()
      expect(await scene().membershipOf(userId)).toMatchObject({
        status: "synced",
        error_message: null,
      })
    })
  })
})

async function disconnect({ admin }: Scene, serverId: string, query = "") {
  return admin.send<AdminDiscordServerDeleteResponse>(
    `/admin/discord/servers/${serverId}${query}`,
    { method: "DELETE" },
  )
}

/** Ada is connected, and holds what she bought in one order. */
async function memberWith(scene: Scene, plans: ("Bronze" | "Silver" | "Gold")[]) {
  const serverId = await scene.setUp()
  const { customer, userId } = await scene.newBuyer("ada")
  await customer.connect(scene.discord, userId)
  const order = plans.length > 0 ? await customer.buy(...plans) : ""
  if (order !== "") {
    await scene.discord.expectRoles(userId, [...plans].sort())
    await scene.settled(order)
  }
  return { serverId, customer, userId, order }
}
