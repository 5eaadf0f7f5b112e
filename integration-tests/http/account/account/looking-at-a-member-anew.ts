import type { Scene } from "../../../helpers/store/suite"

/** @see ../account.spec.ts */
export function testLookingAtAMemberAnew(scene: () => Scene): void {
  describe("looking at a member anew", () => {
    it("gives a role again that a moderator took away, and brings back who left, on an admin's resync", async () => {
      const { admin, discord, newBuyer, service, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      const resync = () =>
        admin.send(`/admin/customers/${customer.id}/discord/resync`, { method: "POST" })

      await discord.control.setMemberRoles(discord.guildId, userId, [])
      await resync()
      await discord.expectRoles(userId, ["Gold"])

      await discord.control.removeMember(discord.guildId, userId)
      await resync()
      await discord.expectRoles(userId, ["Gold"])
      await service.engine.idle()
      expect(await discord.joinsOf(userId)).toBe(2)
    })

    it("respects what a moderator took away where the server's settings say so", async () => {
      const { admin, discord, newBuyer, service, settled, setUp } = scene()
      const serverId = await setUp()
      const { server } = await admin.send<{ server: object }>(
        `/admin/discord/servers/${serverId}`,
        { body: { on_role_removed: "respect" } },
      )
      expect(server).toMatchObject({ on_role_removed: "respect", on_access_end: "remove_roles" })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      await discord.control.setMemberRoles(discord.guildId, userId, [])
      await admin.send(`/admin/customers/${customer.id}/discord/resync`, { method: "POST" })
      await service.engine.idle()
      expect(await discord.rolesOf(userId)).toEqual([])
      // Nothing is on its way: the customer is told whom to ask.
      const access = await customer.access()
      expect(access.servers).toMatchObject([{ roles: [{ state: "waiting" }] }])
      expect(access.todo).toMatchObject({
        code: "contact_store",
        message_detail: { code: "customer.withheld", params: { server: "Test Community" } },
      })
    })

    it("answers 404 in words for a customer who has not connected Discord", async () => {
      const { admin, newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const answer = await admin.raw<{ message: string }>(
        `/admin/customers/${customer.id}/discord/resync`,
        { method: "POST" },
      )
      expect(answer.status).toBe(404)
      expect(answer.body.message).toContain("has not connected Discord")
    })
  })
}
