import { newcomer, signedUp, waitingConsent } from "../../../helpers/account/discord-sign-in"
import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"
import { liveTokens } from "../account/shared"

/** @see ../sign-in.spec.ts */
export function testSigningInAgain(scene: () => Scene): void {
  describe("again", () => {
    it("is the same customer, with fresh tokens, and nothing else happens", async () => {
      const { db, discord, service, settled, setUp } = scene()
      await setUp()
      const { signIn: ada, customer } = await signedUp(scene(), "ada")
      await settled(await customer.buy("Gold"))
      await discord.expectRoles(ada.userId, ["Gold"])
      await service.engine.idle()
      const sealed = async () => {
        const [row] = await db<{ sealed: string }>("discord_account_token").select("sealed")
        return row?.sealed
      }
      const [before, entries, since] = [
        await sealed(),
        await db("discord_activity_entry"),
        (await discord.control.requests()).at(-1)?.at ?? 0,
      ]

      const again = await ada.signIn()
      expect(again.discord).toMatchObject({ connected: true, reason: "connected" })
      expect(ada.session(again.token, customer.email).id).toBe(customer.id)
      await service.engine.idle()
      expect(await sealed()).not.toBe(before)
      expect(await waitingConsent(db, ada.userId)).toBeNull()
      expect(await db("discord_activity_entry")).toHaveLength(entries.length)
      expect(await discord.callsFor(ada.userId, since + 1)).toEqual([])
      expect(await liveTokens(scene(), ada.userId)).toBe(2)
    })

    it("mends a connection that Discord no longer accepted, and the role arrives", async () => {
      const { discord, settled, setUp } = scene()
      await setUp()
      const { signIn: ada, customer } = await signedUp(scene(), "ada")
      await discord.control.revokeAuthorization(ada.userId, APPLICATION.client_id)
      await settled(await customer.buy("Gold"))
      expect((await customer.access()).account?.status).toBe("token_invalid")
      expect((await ada.signIn()).discord).toMatchObject({ connected: true })
      await discord.expectRoles(ada.userId, ["Gold"])
      expect((await customer.access()).account?.status).toBe("linked")
    })

    it("leaves who disconnected on purpose disconnected, until they connect in the store", async () => {
      const { db, discord, settled, setUp } = scene()
      await setUp()
      const { signIn: ada, customer } = await signedUp(scene(), "ada")
      await settled(await customer.buy("Gold"))
      await discord.expectRoles(ada.userId, ["Gold"])
      await customer.disconnect()
      await discord.expectRoles(ada.userId, [])

      expect((await ada.signIn()).discord).toMatchObject({
        connected: false,
        reason: "stays_disconnected",
        message: expect.stringContaining("connect Discord in the store") as string,
      })
      await settled()
      expect(await customer.access()).toMatchObject({ account: null, todo: { code: "connect" } })
      expect(await discord.rolesOf(ada.userId)).toEqual([])
      expect(await db("discord_account_token")).toEqual([])
      expect(await waitingConsent(db, ada.userId)).toBeNull()

      await customer.connect(discord, ada.userId)
      await discord.expectRoles(ada.userId, ["Gold"])
      expect((await ada.signIn()).discord).toMatchObject({ connected: true })
    })

    it("leaves another Discord account connected that the customer chose", async () => {
      const { discord } = scene()
      const { signIn: ada, customer } = await signedUp(scene(), "ada")
      const other = await discord.createUser("ada_plays")
      await customer.connect(discord, other)
      expect((await ada.signIn()).discord).toMatchObject({
        connected: false,
        reason: "other_account",
      })
      expect((await customer.access()).account?.discord_user_id).toBe(other)
    })

    it("signs in though the Discord account is connected to another customer, and says so", async () => {
      const { db, discord, newBuyer } = scene()
      const { customer: eve } = await newBuyer("eve")
      const ada = await newcomer(scene(), "ada")
      await eve.connect(discord, ada.userId)
      const { token } = await ada.signIn()
      const { customer, discord: told } = await ada.register(token, "ada@discord.test")
      expect(told).toMatchObject({
        connected: false,
        reason: "account_taken",
        message: expect.stringContaining("connected to another customer") as string,
      })
      expect((await eve.access()).account?.status).toBe("linked")
      expect((await customer.access()).account).toBeNull()
      expect(await waitingConsent(db, ada.userId)).toBeNull()
      expect(await db("discord_activity_entry").where({ action: "connect_failed" })).toMatchObject([
        { trigger: customer.id },
      ])
      expect(await liveTokens(scene(), ada.userId)).toBe(2)

      await eve.disconnect()
      expect((await ada.signIn()).discord).toMatchObject({ connected: true })
    })
  })
}
