import type { AdminDiscordMemberCheckResponse } from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"
import { READ, ADD, helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testCheckAllMembers(scene: () => Scene): void {
  const { holderOf, goAndComeBack } = helpersOf(scene)
  describe("Check all members", () => {
    it("looks at everyone who should hold something, and tells how far it has come", async () => {
      const { admin, discord, newBuyer, settled } = scene()
      const { userId, serverId } = await holderOf("Gold")
      const other = await newBuyer("ben")
      await other.customer.connect(discord, other.userId)
      await settled(await other.customer.buy("Silver"))
      await goAndComeBack(userId)
      await discord.control.takeRole(discord.guildId, other.userId, discord.roles.Silver)
      const path = `/admin/discord/servers/${serverId}/check-members`
      expect(await admin.send(path)).toEqual({ check: { requested_at: null, total: 2, seen: 0 } })
      const before = await discord.now()
      const asked = await admin.raw<AdminDiscordMemberCheckResponse>(path, { method: "POST" })
      expect(asked).toMatchObject({ status: 202, body: { check: { total: 2 } } })
      await discord.expectRoles(userId, ["Gold"])
      await discord.expectRoles(other.userId, ["Silver"])
      await settled()
      expect(await admin.send(path)).toMatchObject({ check: { total: 2, seen: 2 } })
      await scene().service.engine.sweep()
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([READ, ADD])
    })

    it("is refused in words for a server that is disconnected or unknown", async () => {
      const { admin } = scene()
      const { serverId } = await holderOf("Gold")
      await admin.send(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
      const check = (id: string) =>
        admin.raw<{ message: string }>(`/admin/discord/servers/${id}/check-members`, {
          method: "POST",
        })
      expect(await check(serverId)).toMatchObject({
        status: 400,
        body: { message: expect.stringContaining("is disconnected") as string },
      })
      expect((await check("dserv_none")).status).toBe(404)
    })
  })
}
