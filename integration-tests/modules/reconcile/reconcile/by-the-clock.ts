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

    it("begins once after a time in which nobody listened to Discord's gateway, and not when the line was resumed", async () => {
      const here = scene()
      const [minute, { reconciles }] = [60_000, here.process]
      const now = Date.now()
      const at = (minutes: number) => new Date(now + minutes * minute)
      /** As the process says that listens: when the session began, and the line was last there. */
      const listens = async (session: number, connected: number, hears_members = true) => {
        const gateway = { owner: "listener", hears_members, heard_at: null, trouble: null }
        const times = { session_at: at(session), connected_at: at(connected) }
        await here
          .db("discord_process")
          .insert({
            id: "dproc_listener",
            worker_mode: "worker",
            has_shared_locks: true,
            seen_at: at(0),
          })
          .onConflict()
          .ignore()
        await here
          .db("discord_process")
          .where({ id: "dproc_listener" })
          .update({ gateway: JSON.stringify({ ...gateway, ...times }) })
      }
      await here.setServer({ created_at: at(-30) })
      await here.db("discord_lease").insert({
        id: "gateway",
        owner: "listener",
        expires_at: at(60),
      })
      await listens(-20, -20, false)
      expect(await reconciles.beginDue(at(0))).toEqual([])
      await listens(-20, -20)
      const [first = ""] = await reconciles.beginDue(at(0))
      await here.goOn()
      expect(await here.run(first)).toMatchObject({ status: "completed", actor_id: null })
      await listens(-20, 15)
      expect(await reconciles.beginDue(at(20))).toEqual([])
      await listens(5, 15)
      expect(await reconciles.beginDue(at(6))).toEqual([])
      expect(await reconciles.beginDue(at(20))).toHaveLength(1)
    })

    it("begins in the first night after half a day", async () => {
      const here = scene()
      const { reconciles } = here.process
      const turn = lastTurn(here.server.guildId, new Date(Date.now() + 48 * HOUR_MS))
      const after = new Date(turn.getTime() + 1)
      await here.setServer({ created_at: new Date(turn.getTime() - 11 * HOUR_MS) })
      expect(await reconciles.beginDue(after)).toEqual([])
      await here.setServer({ created_at: new Date(turn.getTime() - 13 * HOUR_MS) })
      expect(await reconciles.beginDue(after)).toHaveLength(1)
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
