import { connectServer } from "../../../helpers/store/admin"
import { APPLICATION } from "../../../helpers/store/application"
import type { Buyer } from "../../../helpers/account/buyers"
import { JOIN } from "../../../helpers/account/join-refusals"
import type { Scene } from "../../../helpers/store/suite"
import { expectStanding, HELD, holder, serverOf, type Standing } from "./shared"

const WAITING = { state: "waiting", roles: null } as const

/** @see ../troubles.spec.ts */
export function testAMemberInTrouble(scene: () => Scene): void {
  describe("a member in trouble is told what to do, and has the role once they did it", () => {
    const connected = async (): Promise<Buyer> => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const buyer = await newBuyer("ada")
      await buyer.customer.connect(discord, buyer.userId)
      return buyer
    }

    it("who removed the app in Discord, and left: connects again", async () => {
      const { discord } = scene()
      const buyer = await holder(scene())
      await discord.control.revokeAuthorization(buyer.userId, APPLICATION.client_id)
      await discord.control.removeMember(discord.guildId, buyer.userId)
      await buyer.customer.resync()
      const access = await expectStanding(scene(), buyer, { todo: "reconnect", ...WAITING })
      expect(access.account?.status).toBe("token_invalid")
      expect(access.todo).not.toHaveProperty("action_url")
      await buyer.customer.connect(discord, buyer.userId)
      await expectStanding(scene(), buyer, HELD)
    })

    it("whose token was revoked while they are a member: keeps the role, and is served on", async () => {
      const { cancel, discord, settled } = scene()
      const buyer = await holder(scene())
      await discord.control.revokeAuthorization(buyer.userId, APPLICATION.client_id)
      await buyer.customer.resync()
      await settled()
      expect(await discord.rolesOf(buyer.userId)).toEqual(["Gold"])
      const order = await buyer.customer.buy("Silver")
      await discord.expectRoles(buyer.userId, ["Silver", "Gold"])
      await cancel(order)
      await discord.expectRoles(buyer.userId, ["Gold"])
    })

    it("who has not accepted the server's rules: accepts them", async () => {
      const { admin, discord, newBuyer, settled, store } = scene()
      const { control } = discord
      const guild = await control.createGuild({
        name: "Screened",
        owner_id: discord.ownerId,
        roles: [{ name: "Gold" }],
        membership_screening: true,
      })
      const role_id = guild.roles.find(({ name }) => name === "Gold")?.id
      await control.installBot(guild.id, APPLICATION.client_id, { position: "top" })
      await connectServer(admin, discord, guild.id)
      await admin.send(`/admin/products/${store.productId}/discord-roles`, {
        body: { variants: [{ variant_id: store.variants.Gold, roles: [{ role_id }] }] },
      })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const access = await customer.access()
      expect(access.todo?.code).toBe("accept_rules")
      expect(access.todo?.action_url).toBe(serverOf(access).open_url)
      const rolesThere = async () => (await control.member(guild.id, userId))?.roles
      expect(await rolesThere()).toEqual([role_id])
      await control.acceptScreening(guild.id, userId)
      await customer.resync()
      await settled()
      const after = await customer.access()
      expect([after.todo, serverOf(after).roles]).toMatchObject([null, [{ state: "held" }]])
      expect(await rolesThere()).toEqual([role_id])
    })

    it("who is banned, then unbanned: asks the store to look again", async () => {
      const { discord } = scene()
      const buyer = await holder(scene())
      await discord.control.ban(discord.guildId, buyer.userId)
      await buyer.customer.resync()
      const access = await expectStanding(scene(), buyer, { todo: "banned", ...WAITING })
      expect(access.todo).not.toHaveProperty("action_url")
      // No link would let them in.
      expect(serverOf(access).join_url).toBeNull()
      await discord.control.unban(discord.guildId, buyer.userId)
      await buyer.customer.resync()
      await expectStanding(scene(), buyer, HELD)
    })

    it("who is in as many servers as Discord allows: leaves one", async () => {
      const { discord, settled } = scene()
      const buyer = await connected()
      await discord.control.updateUser(buyer.userId, { guild_count: 100 })
      await settled(await buyer.customer.buy("Gold"))
      const standing: Standing = { todo: "leave_a_server", ...WAITING }
      const { todo } = await expectStanding(scene(), buyer, standing)
      expect(todo?.action_url).toBe(`${process.env.DISCORD_WEB_URL}/channels/@me`)
      await discord.control.updateUser(buyer.userId, { guild_count: 99 })
      await buyer.customer.resync()
      await expectStanding(scene(), buyer, HELD)
    })

    it.each([
      ["40002", { verification: "unverified" }],
      ["50178", { verification: "locked" }],
    ] as const)("who must verify their account (%s): verifies it", async (_code, edit) => {
      const { discord, settled } = scene()
      const buyer = await connected()
      await discord.control.updateUser(buyer.userId, edit)
      await settled(await buyer.customer.buy("Gold"))
      const standing: Standing = { todo: "verify_account", ...WAITING }
      const { todo } = await expectStanding(scene(), buyer, standing)
      expect(todo?.action_url).toBe(`${process.env.DISCORD_WEB_URL}/channels/@me`)
      await discord.control.updateUser(buyer.userId, { verification: "done" })
      await buyer.customer.resync()
      await expectStanding(scene(), buyer, HELD)
    })

    it("whom Discord lets join no server for a while: waits", async () => {
      const { discord, settled } = scene()
      const buyer = await connected()
      await discord.control.addFault({ ...JOIN, status: 403, code: 340015 })
      await settled(await buyer.customer.buy("Gold"))
      await expectStanding(scene(), buyer, { todo: "wait", ...WAITING })
      await discord.control.clearFaults()
      await buyer.customer.resync()
      await expectStanding(scene(), buyer, HELD)
    })
  })
}
