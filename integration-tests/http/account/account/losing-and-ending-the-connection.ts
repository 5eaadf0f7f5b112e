import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"
import { JOIN, liveTokens } from "./shared"

/** @see ../account.spec.ts */
export function testLosingAndEndingTheConnection(scene: () => Scene): void {
  describe("losing and ending the connection", () => {
    it("asks a customer who removed the app in Discord to connect again, and then serves them", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await discord.control.revokeAuthorization(userId, APPLICATION.client_id)
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toBeNull()
      expect(await customer.access()).toMatchObject({
        account: { status: "token_invalid" },
        todo: {
          code: "reconnect",
          message: "Connect Discord again: Discord no longer accepts the connection.",
        },
      })
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      expect((await customer.access()).account?.status).toBe("linked")
    })

    it("revokes the tokens and takes the roles back on disconnecting, and gives them again on connecting", async () => {
      const { db, discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      expect(await liveTokens(scene(), userId)).toBe(1)

      expect((await customer.disconnect()).status).toBe(200)
      await discord.expectRoles(userId, [])
      expect(await liveTokens(scene(), userId)).toBe(0)
      expect(await db("discord_account_token")).toEqual([])
      expect((await customer.access()).account).toBeNull()

      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("disconnects though Discord is down, and takes the roles back when it returns", async () => {
      const { db, discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await discord.control.outage(true)
      expect((await customer.disconnect()).status).toBe(200)
      expect(await db("discord_account_token")).toEqual([])
      await discord.control.outage(false)
      await discord.expectRoles(userId, [])
    })

    it("tells a customer without a connection that there is nothing to disconnect", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const { status, body } = await customer.disconnect()
      expect([status, body.message]).toEqual([
        404,
        "No Discord account is connected, so there is nothing to disconnect.",
      ])
    })

    it("joins a customer whose access token is too old, after renewing it", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await discord.control.expireAccessTokens(userId)
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.callsFor(userId, before)).toEqual([JOIN, JOIN])
      expect(await liveTokens(scene(), userId)).toBe(1)
    })
  })
}
