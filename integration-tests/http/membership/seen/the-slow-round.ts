import type { Scene } from "../../../helpers/store/suite"
import { READ, ADD, helpersOf } from "./shared"

/** @see ../seen.spec.ts */
export function testTheSlowRound(scene: () => Scene): void {
  const { holderOf, goAndComeBack } = helpersOf(scene)
  describe("the slow round", () => {
    it("looks at who was not seen for a day, and at nobody else, nor at who is owed nothing", async () => {
      const { cancel, db, discord, newBuyer, service, settled } = scene()
      const { userId } = await holderOf("Gold")
      const [seen, gone] = [await newBuyer("ben"), await newBuyer("cem")]
      for (const { customer, userId: id } of [seen, gone]) {
        await customer.connect(discord, id)
      }
      await settled(await seen.customer.buy("Silver"))
      const order = await gone.customer.buy("Silver")
      await settled(order)
      await cancel(order)
      await discord.expectRoles(gone.userId, [])
      await settled()
      await goAndComeBack(userId)
      const before = await discord.now()
      await service.engine.sweep()
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([])
      const dayAgo = new Date(Date.now() - 25 * 60 * 60_000)
      await db("discord_membership")
        .whereIn("account_id", db("discord_account").select("id").whereNot("username", "ben"))
        .update({
          last_seen_at: dayAgo,
          look_at: db.raw("case when look_at is null then null else now() end"),
        })
      await service.engine.sweep()
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      expect(await discord.callsFor(userId, before)).toEqual([READ, ADD])
      expect(await discord.callsFor(seen.userId, before)).toEqual([])
      expect(await discord.callsFor(gone.userId, before)).toEqual([])
    })
  })
}
