import type { AdminCustomerDiscordResponse } from "../../../../src/types/http"
import { claim, claimLink, guest } from "../../../helpers/account/claim"
import { endingOf } from "../../../helpers/account/customer"
import { connectCart } from "../../../helpers/account/carts"
import type { Scene } from "../../../helpers/store/suite"
import { cartOf, completed, guestWithCart } from "./shared"

/** Gina has bought Gold as a guest, and Eve types Gina's address into a cart that she connects with her own Discord. */
async function ginaAndEve(scene: Scene) {
  await scene.setUp()
  const first = await guest(scene, "gina").buy("Gold")
  await scene.settled(first)
  const shopper = guest(scene, "gina")
  const cartId = await cartOf(shopper, "Bronze")
  const [gina, eve] = [
    await scene.discord.createUser("gina"),
    await scene.discord.createUser("eve"),
  ]
  await connectCart(scene, shopper.http, cartId, eve)
  const second = await completed(shopper.http, cartId)
  await scene.settled(second)
  await scene.discord.expectRoles(eve, ["Bronze"])
  return { first, second, gina, eve }
}

/** The guest customer whose the one order is that came from a connected cart. */
async function guestOfOrder({ service }: Scene): Promise<string> {
  const [link] = await service.listDiscordOrderLinks({})
  return link?.customer_id ?? ""
}

/** @see ../require-connection.spec.ts */
export function testSomebodyElsesEmail(scene: () => Scene): void {
  describe("somebody else's e-mail address in a cart", () => {
    it("gives nothing of what was bought with it before, nor of what is bought with it later", async () => {
      const { db, discord, settled } = scene()
      const { eve } = await ginaAndEve(scene())
      expect(await db("discord_account_link")).toEqual([])
      await settled(await guest(scene(), "gina").buy("Silver"))
      await settled()
      expect(await discord.rolesOf(eve)).toEqual(["Bronze"])
    })

    it("takes nothing from its owner, who claims what is theirs and leaves who paid what they bought", async () => {
      const { db, discord, settled } = scene()
      const { first, gina, eve, second } = await ginaAndEve(scene())
      expect(endingOf(await claim(scene(), await claimLink(scene(), first), gina)).discord).toBe(
        "connected",
      )
      await discord.expectRoles(gina, ["Gold"])
      await settled(await guest(scene(), "gina").buy("Silver"))
      await discord.expectRoles(gina, ["Silver", "Gold"])
      await settled()
      expect(await discord.rolesOf(eve)).toEqual(["Bronze"])
      expect(await db("discord_membership")).toHaveLength(2)
      // The order that Eve paid is nobody else's, by whatever link.
      const taken = await claim(scene(), await claimLink(scene(), second), gina)
      expect(endingOf(taken).reason).toBe("claim_taken")
      await scene().cancel(second)
      await discord.expectRoles(eve, [])
      expect(await discord.rolesOf(gina)).toEqual(["Silver", "Gold"])
    })

    it("moves nothing of its owner's to who has a link to their own order of it", async () => {
      const { discord, settled } = scene()
      const { first, second, gina, eve } = await ginaAndEve(scene())
      await claim(scene(), await claimLink(scene(), first), gina)
      await discord.expectRoles(gina, ["Gold"])
      const ending = endingOf(await claim(scene(), await claimLink(scene(), second), eve))
      expect(ending.reason).toBe("claim_taken")
      await settled()
      expect(await discord.rolesOf(gina)).toEqual(["Gold"])
      expect(await discord.rolesOf(eve)).toEqual(["Bronze"])
    })

    it("shows the admin whose which order is, and one click ends it", async () => {
      const { admin, db, discord } = scene()
      const { eve } = await ginaAndEve(scene())
      const customer_id = await guestOfOrder(scene())
      const shown = await admin.send<AdminCustomerDiscordResponse>(
        `/admin/customers/${customer_id}/discord`,
      )
      expect(shown.account).toBeNull()
      expect(shown.memberships).toMatchObject([{ account: { discord_user_id: eve } }])
      const state = new Map(
        shown.entitlements.flatMap(({ roles }) => roles.map((role) => [role.name, role.state])),
      )
      expect(state.get("Bronze")).toBe("held")
      expect(state.get("Gold")).not.toBe("held")
      await admin.send(`/admin/customers/${customer_id}/discord/account`, { method: "DELETE" })
      await discord.expectRoles(eve, [])
      expect(await db("discord_order_link")).toEqual([])
      expect(await db("discord_account_token")).toEqual([])
    })
  })

  describe("a registered customer who bought as a guest with the same Discord account", () => {
    it("has both, and disconnecting ends both", async () => {
      const { db, discord, newBuyer, setUp, settled } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Silver"))
      const { http, cartId } = await guestWithCart(scene(), "gina")
      await connectCart(scene(), http, cartId, userId)
      await settled(await completed(http, cartId))
      await discord.expectRoles(userId, ["Silver", "Gold"])
      const { servers } = await customer.access()
      expect(servers[0]?.roles.map(({ name }) => name)).toEqual(["Gold", "Silver"])
      await customer.disconnect()
      await discord.expectRoles(userId, [])
      expect(await db("discord_order_link")).toEqual([])
    })

    it("is forgotten with the guest customer, when that is deleted", async () => {
      const { admin, db, discord, setUp, settled } = scene()
      await setUp()
      const { http, cartId, userId } = await guestWithCart(scene(), "gina")
      await connectCart(scene(), http, cartId, userId)
      await settled(await completed(http, cartId))
      await discord.expectRoles(userId, ["Gold"])
      const customer_id = await guestOfOrder(scene())
      await admin.send(`/admin/customers/${customer_id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      expect(await db("discord_order_link")).toEqual([])
    })
  })
}
