import { connectServer } from "../../../helpers/store/admin"
import { connectedBuyer } from "../../../helpers/account/buyers"
import { Customer } from "../../../helpers/account/customer"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { JOIN, READ, ADD, REMOVE, endedReasons } from "./shared"

/** @see ../order-to-role.spec.ts */
export function testBuying(scene: () => Scene): void {
  describe("buying", () => {
    it("joins a buyer who is not in the server, with the role, in one call", async () => {
      const { discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.callsFor(userId, before)).toEqual([JOIN])
    })

    it("serves a buyer who was not linked yet the moment they link", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ben")
      await settled(await customer.buy("Silver", "Bronze"))
      expect(await discord.rolesOf(userId)).toBeNull()
      await customer.connect(discord, userId)
      await discord.expectRoles(userId, ["Bronze", "Silver"])
      await settled()
      expect(await discord.callsFor(userId)).toEqual([JOIN])
    })

    it("takes at most three calls the first time for someone who is in the server, then one each", async () => {
      const { cancel, discord, settled } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      await settled(await customer.buy("Bronze"))
      expect(await discord.rolesOf(userId)).toEqual(["Bronze"])
      expect(await discord.callsFor(userId)).toEqual([JOIN, READ, ADD])

      const beforeSecond = await discord.now()
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await discord.rolesOf(userId)).toEqual(["Bronze", "Gold"])
      expect(await discord.changesFor(userId, beforeSecond)).toEqual([ADD])

      const beforeCancel = await discord.now()
      await cancel(order)
      await discord.expectRoles(userId, ["Bronze"])
      await settled()
      expect(await discord.changesFor(userId, beforeCancel)).toEqual([REMOVE])
    })

    it("tells Discord's audit log which order a role came from, and which one ended", async () => {
      const { cancel, discord } = scene()
      const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
      const log = await discord.control.auditLog(discord.guildId)
      const reasons = log.filter((entry) => entry.target_id === userId).map((entry) => entry.reason)
      expect(reasons.slice(-2)).toEqual([`order ${order}`, `order ${order} ended`])
    })

    it("gives one role for two of the same variant, and for two orders of it", async () => {
      const { cancel, discord, settled, store } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const two = await customer.buyItems([{ variant_id: store.variants.Gold, quantity: 2 }])
      await discord.expectRoles(userId, ["Gold"])
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.changesFor(userId, before)).toEqual([])
      await cancel(two)
      await eventually(async () =>
        expect(await endedReasons(scene(), two)).toEqual(["order_canceled"]),
      )
      await settled()
      expect(await discord.changesFor(userId, before)).toEqual([])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    })

    it("gives what is mapped when the cart also holds a variant that is not", async () => {
      const { admin, discord, map, newBuyer } = scene()
      await connectServer(admin, discord)
      await map({ Gold: ["Gold"] })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Bronze", "Gold")
      await discord.expectRoles(userId, ["Gold"])
    })

    it("calls nobody for a guest's order, which waits for an account", async () => {
      const { baseUrl, db, discord, settled, setUp, store } = scene()
      await setUp()
      const before = await discord.now()
      const guest = Customer.guest(baseUrl, store, "guest@test.store")
      const order = await guest.buy("Gold")
      await settled(order)
      expect(await db("discord_entitlement")).toMatchObject([
        { source_id: order, variant_id: store.variants.Gold, ends_at: null },
      ])
      expect(await db("discord_membership")).toEqual([])
      expect((await discord.control.requests({ since: before })).length).toBe(0)
    })

    it("rejoins a buyer who left the server, at their next purchase, with all they own", async () => {
      const { discord } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      await customer.buy("Bronze")
      await discord.expectRoles(userId, ["Bronze"])
      await discord.control.removeMember(discord.guildId, userId)
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Bronze", "Gold"])
      expect(await discord.joinsOf(userId)).toBe(2)
    })
  })
}
