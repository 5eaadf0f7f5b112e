import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { JOIN, READ, ADD, JOIN_ROUTE } from "./shared"

/** @see ../seen.spec.ts */
export function testARefusedJoin(scene: () => Scene): void {
  describe("a refused join", () => {
    it.each([
      ["in too many servers", { status: 400, code: 30001 }],
      ["to be verified", { status: 403, code: 50178 }],
      ["limited", { status: 403, code: 340015 }],
    ])("of somebody who is in already (%s) withholds nothing", async (_why, fault) => {
      const { discord, membershipOf, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await discord.control.addMember(discord.guildId, userId)
      await customer.connect(discord, userId)
      await discord.control.addFault({ ...JOIN_ROUTE, user_id: userId, ...fault })
      const before = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      expect(await discord.callsFor(userId, before)).toEqual([JOIN, READ, ADD])
      expect(await membershipOf(userId)).toMatchObject({ status: "synced", error_message: null })
    })

    it.each([
      ["leave_a_server", { status: 400, code: 30001 }],
      ["verify_account", { status: 403, code: 50178 }],
      ["verify_account", { status: 403, code: 40002 }],
      ["wait", { status: 403, code: 340015 }],
      ["banned", { status: 403, code: 40007 }],
    ])("of a newcomer says what to do (%s), and goes on by itself", async (code, fault) => {
      const { db, discord, membershipOf, newBuyer, service, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await discord.control.addFault({ ...JOIN_ROUTE, user_id: userId, ...fault })
      await settled(await customer.buy("Gold"))
      expect(await customer.access()).toMatchObject({
        todo: { code },
        servers: [{ todo: { code }, roles: [{ state: "waiting" }] }],
      })
      const waiting = await membershipOf(userId)
      expect(waiting).toMatchObject({ status: "waiting_for_customer", in_server: false })
      expect(waiting?.next_attempt_at?.getTime()).toBeGreaterThan(Date.now() + 60_000)
      // They come in by an invite; then the time of the next look has come.
      await discord.control.addMember(discord.guildId, userId)
      await db("discord_membership").update({ next_attempt_at: new Date() })
      await service.engine.sweep()
      await discord.expectRoles(userId, ["Gold"])
    })

    it("is looked at ever more rarely, and at once when the buyer asks", async () => {
      const { db, discord, membershipOf, newBuyer, service, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await discord.control.ban(discord.guildId, userId)
      await settled(await customer.buy("Gold"))
      const waits: number[] = []
      for (let look = 0; look < 9; look++) {
        const next = (await membershipOf(userId))?.next_attempt_at?.getTime() ?? 0
        waits.push(Math.round((next - Date.now()) / 60_000))
        const before = await discord.now()
        await db("discord_membership").update({ next_attempt_at: new Date() })
        await service.engine.sweep()
        await eventually(async () =>
          expect((await discord.callsFor(userId, before)).length).toBeGreaterThan(0),
        )
        await service.engine.idle()
      }
      expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 360, 360])
      await discord.control.unban(discord.guildId, userId)
      await customer.resync()
      await discord.expectRoles(userId, ["Gold"])
    })
  })
}
