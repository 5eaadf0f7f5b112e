import { STOREFRONT_URL } from "../../../helpers/store/application"
import { endingOf, type Customer } from "../../../helpers/account/customer"
import type { Scene } from "../../../helpers/store/suite"
import { liveTokens } from "./shared"

/** @see ../account.spec.ts */
export function testOneDiscordUserOneRegisteredCustomer(scene: () => Scene): void {
  describe("one Discord user, one registered customer", () => {
    it("tells a second customer of the conflict, and the first keeps their roles and tokens", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer: first, userId } = await newBuyer("ada")
      const { customer: second } = await newBuyer("eve")
      await first.connect(discord, userId)
      const ending = endingOf(await second.connect(discord, userId))
      expect(ending).toEqual({
        page: STOREFRONT_URL,
        discord: "conflict",
        reason: "account_taken",
      })
      expect((await second.access()).account).toBeNull()

      await settled(await second.buy("Silver"))
      await settled(await first.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.joinsOf(userId)).toBe(1)
      expect((await first.access()).account?.status).toBe("linked")
    })

    it("lets exactly one of two customers win who come back from Discord at the same moment", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer: first, userId } = await newBuyer("ada")
      const { customer: second } = await newBuyer("eve")
      const callbacks: [Customer, string][] = [
        [first, await first.consent(discord, userId)],
        [second, await second.consent(discord, userId)],
      ]
      const endings = await Promise.all(
        callbacks.map(async ([customer, callback]) => endingOf(await customer.http.raw(callback))),
      )
      expect(endings.map((ending) => ending.discord).sort()).toEqual(["conflict", "connected"])

      const [winner, loser] =
        endings[0]?.discord === "connected" ? [first, second] : [second, first]
      await settled(await loser.buy("Silver"))
      await settled(await winner.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect((await loser.access()).account).toBeNull()
    })

    it("frees the Discord user for another customer once the first has disconnected", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer: first, userId } = await newBuyer("ada")
      const { customer: second } = await newBuyer("eve")
      await first.connect(discord, userId)
      await first.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await first.disconnect()
      await second.buy("Silver")
      expect(endingOf(await second.connect(discord, userId)).discord).toBe("connected")
      await discord.expectRoles(userId, ["Silver"])
    })

    it("moves a customer's roles when they connect another Discord account, and ends the old tokens", async () => {
      const { discord, newBuyer, setUp } = scene()
      await setUp()
      const { customer, userId: oldUser } = await newBuyer("ada")
      const newUser = await discord.createUser("ada-two")
      await customer.connect(discord, oldUser)
      await customer.buy("Gold")
      await discord.expectRoles(oldUser, ["Gold"])
      expect(endingOf(await customer.connect(discord, newUser)).discord).toBe("connected")
      await discord.expectRoles(newUser, ["Gold"])
      await discord.expectRoles(oldUser, [])
      expect(await liveTokens(scene(), oldUser)).toBe(0)
      expect(await liveTokens(scene(), newUser)).toBe(1)
    })

    it("connecting the same account again changes no role, and is one look", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      const before = await discord.now()
      await customer.connect(discord, userId)
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual(["GET /guilds/:guild/members/:user"])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })
  })
}
