import { lastTurn } from "../../../../src/modules/discord/reconcile/reconcile.rules"
import { withScene } from "./scene"

const HOUR_MS = 60 * 60_000

/** @see ../reconcile.spec.ts */
export function testByTheClock(): void {
  describe("by the clock", () => {
    const scene = withScene()

    it("begins once a night in each server, and not on the day when it was connected", async () => {
      const here = scene()
      await here.addHolders(3, "Gold")
      const { reconciles } = here.process
      const turn = lastTurn(here.server.guildId, new Date(Date.now() + 24 * HOUR_MS))
      const after = new Date(turn.getTime() + HOUR_MS)
      expect(await reconciles.beginDue(after)).toEqual([])
      await here.setServer({ created_at: new Date(turn.getTime() - 30 * HOUR_MS) })
      const before = new Date(turn.getTime() - 1)
      await here.db("discord_sync_run").where({ kind: "reconcile" }).delete()
      expect(await reconciles.beginDue(before)).toEqual([])
      const begun = await reconciles.beginDue(after)
      expect(begun).toHaveLength(1)
      expect(await reconciles.beginDue(after)).toEqual([])
      await here.goOn()
      expect(await here.run(begun[0] ?? "")).toMatchObject({
        status: "completed",
        actor_id: null,
        done: 3,
      })
      await here.db("discord_sync_run").where({ id: begun[0] }).update({ created_at: after })
      expect(await reconciles.beginDue(after)).toEqual([])
      const nextNight = new Date(after.getTime() + 24 * HOUR_MS)
      expect(await reconciles.beginDue(nextNight)).toHaveLength(1)
    })

    it("leaves servers alone that are paused or disconnected", async () => {
      const here = scene()
      const now = new Date(Date.now() + 72 * HOUR_MS)
      for (const status of ["paused", "disconnected"]) {
        await here.setServer({ status })
        expect(await here.process.reconciles.beginDue(now)).toEqual([])
      }
    })
  })
}
