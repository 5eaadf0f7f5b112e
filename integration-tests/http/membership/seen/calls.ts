import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { JOIN, READ, ADD, helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testCalls(scene: () => Scene): void {
  const { holderOf } = helpersOf(scene)
  describe("calls", () => {
    it("are one for a newcomer and one for a later change of who was seen lately; a look follows", async () => {
      const { db, discord, settled, setUp, newBuyer } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const start = await discord.now()
      await settled(await customer.buy("Gold"))
      expect(await discord.callsFor(userId, start)).toEqual([JOIN])
      const before = await discord.now()
      await settled(await customer.buy("Silver"))
      expect(await discord.callsFor(userId, before)).toEqual([ADD])
      await eventually(async () =>
        expect(await discord.callsFor(userId, before)).toEqual([ADD, READ]),
      )
      await settled()
      expect(await db("discord_membership")).toMatchObject([
        { status: "synced", next_attempt_at: null, verify: false },
      ])
    })

    it("are one more for who was not seen lately", async () => {
      const { db, discord, settled } = scene()
      const { customer, userId } = await holderOf("Gold")
      await db("discord_membership").update({ last_seen_at: new Date(Date.now() - 6 * 60_000) })
      const before = await discord.now()
      await settled(await customer.buy("Silver"))
      expect(await discord.callsFor(userId, before)).toEqual([READ, ADD])
    })
  })
}
