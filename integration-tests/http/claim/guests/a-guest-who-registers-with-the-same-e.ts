import { sweepGuestsWorkflow } from "../../../../src/workflows/account"
import { claim, guestOrder } from "../../../helpers/account/claim"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { registered, verify } from "./shared"

/** @see ../guests.spec.ts */
export function testAGuestWhoRegistersWithTheSameE(scene: () => Scene): void {
  describe("a guest who registers with the same e-mail address, and verifies it", () => {
    it("gets what they bought as a guest when they connect Discord, without a link", async () => {
      const { discord, settled } = scene()
      const { order } = await guestOrder(scene(), "gina")
      const gina = await registered(scene(), "gina@guests.test")
      await verify(scene(), gina, "gina@guests.test")
      const userId = await discord.createUser("gina")
      await gina.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await gina.access()).toMatchObject({ servers: [{ roles: [{ name: "Gold" }] }] })
      await scene().cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("gets it within a minute when they verify it only after they connected Discord", async () => {
      const { container, discord, settled } = scene()
      await guestOrder(scene(), "gina")
      const gina = await registered(scene(), "gina@guests.test")
      const userId = await discord.createUser("gina")
      await gina.connect(discord, userId)
      await sweepGuestsWorkflow(container).run()
      await settled()
      expect(await discord.rolesOf(userId)).toBeNull()
      await verify(scene(), gina, "gina@guests.test")
      await sweepGuestsWorkflow(container).run()
      await discord.expectRoles(userId, ["Gold"])
      await gina.disconnect()
      await discord.expectRoles(userId, [])
      expect(await scene().db("discord_account_link")).toEqual([])
      await sweepGuestsWorkflow(container).run()
      expect(await scene().db("discord_account_link")).toEqual([])
    })

    it("leaves an order to the Discord user who claimed it before", async () => {
      const { discord, settled } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const first = await discord.createUser("gina")
      await claim(scene(), link, first)
      await discord.expectRoles(first, ["Gold"])
      const gina = await registered(scene(), "gina@guests.test")
      await verify(scene(), gina, "gina@guests.test")
      const second = await discord.createUser("gina-too")
      await gina.connect(discord, second)
      await settled()
      expect(await discord.rolesOf(second)).toBeNull()
      expect(await discord.rolesOf(first)).toEqual(["Gold"])
    })

    it("loses it all when the customer is deleted: nobody asked for the guest to be known", async () => {
      const { admin, db, discord } = scene()
      await guestOrder(scene(), "gina")
      const gina = await registered(scene(), "gina@guests.test")
      await verify(scene(), gina, "gina@guests.test")
      const userId = await discord.createUser("gina")
      await gina.connect(discord, userId)
      await discord.expectRoles(userId, ["Gold"])
      await admin.send(`/admin/customers/${gina.id}`, { method: "DELETE" })
      await discord.expectRoles(userId, [])
      await eventually(async () => expect(await db("discord_account")).toEqual([]))
      expect(await db("discord_account_link")).toEqual([])
    })
  })
}
