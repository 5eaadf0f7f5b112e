import { rows } from "../../../../src/modules/discord/db/db"
import { disconnectServer } from "../../../../src/modules/discord/server/disconnect.store"
import { EngineProcess } from "../../../helpers/engine/engine-process"
import { eventually } from "../../../helpers/eventually"
import { ADD, LIST, withScene, type Scene } from "./scene"

const MEMBERS = 2_500
/** Pages of members, and the empty one that ends the list. */
const PAGES = 4
const LIST_ROUTE = "/guilds/:guild/members"
const ROLE_ROUTE = "/guilds/:guild/members/:user/roles/:role"
const PATIENCE_MS = 30_000

/** @see ../reconcile.spec.ts */
export function testInterrupted(): void {
  describe("a run that is interrupted", () => {
    const scene = withScene()

    /** @returns who lacks their role: one in each page */
    async function drifted(here: Scene): Promise<string[]> {
      const users = await here.addHolders(MEMBERS, "Gold")
      const lacking = [users[10], users[1_500], users[2_400]].map((user) => user ?? "")
      for (const user of lacking) {
        await here.control.takeRole(here.server.guildId, user, here.roleId("Gold"))
      }
      await here.control.clearRequests()
      return lacking
    }

    async function expectMended(here: Scene, lacking: readonly string[], id: string) {
      for (const user of lacking) {
        expect(await here.rolesOf(user)).toEqual(["Gold"])
      }
      expect(await here.run(id)).toMatchObject({
        status: "completed",
        total: MEMBERS,
        done: MEMBERS,
        added: lacking.length,
        removed: 0,
      })
    }

    const cursorOf = async (here: Scene, id: string) => {
      const sql = "select cursor from discord_sync_run where id = :id"
      const [run] = await rows<{ cursor: string | null }>(here.db, sql, { id })
      return run?.cursor ?? null
    }

    it("goes on from its cursor when its process is killed", async () => {
      const here = scene()
      const lacking = await drifted(here)
      const id = await here.begin()
      await here.control.addFault({ route: LIST_ROUTE, delay_ms: 300 })
      const child = new EngineProcess(
        {
          databaseUrl: here.database.url,
          sandboxUrl: here.control.url,
          times: { leaseMs: 500 },
        },
        "reconcile-child.ts",
      )
      await child.begin()
      await eventually(async () => expect(await cursorOf(here, id)).not.toBeNull(), PATIENCE_MS)
      await child.kill()
      const cursor = await cursorOf(here, id)
      const read = (await here.calls()).filter((call) => call === LIST).length
      expect(cursor).not.toBeNull()
      expect(read).toBeLessThan(PAGES)
      await here.control.clearFaults()
      await eventually(async () => {
        await here.goOn()
        expect(await here.run(id)).toMatchObject({ status: "completed" })
      }, PATIENCE_MS)
      await expectMended(here, lacking, id)
      // The page in hand is read once more at most.
      const lists = (await here.calls()).filter((call) => call === LIST).length
      expect(lists).toBeLessThanOrEqual(PAGES + 1)
    })

    it("stops when it is canceled, and goes on when it is resumed", async () => {
      const here = scene()
      const lacking = await drifted(here)
      await here.control.addFault({ route: LIST_ROUTE, delay_ms: 300 })
      const id = await here.begin()
      await here.process.reconciles.takeUp()
      await eventually(async () => expect(await cursorOf(here, id)).not.toBeNull(), PATIENCE_MS)
      await here.process.runs.cancel(id)
      await here.process.reconciles.idle()
      await here.control.clearFaults()
      await here.goOn()
      expect((await here.calls()).filter((call) => call === LIST).length).toBeLessThan(PAGES)
      expect(await here.run(id)).toMatchObject({ status: "canceled", can_resume: true })
      await here.process.runs.resume(id)
      await here.goOn()
      await expectMended(here, lacking, id)
    })

    it("is done once, whatever the number of processes", async () => {
      const here = scene()
      const lacking = await drifted(here)
      const id = await here.begin()
      await expect(here.begin()).rejects.toMatchObject({ type: "conflict" })
      const other = here.start()
      await Promise.all([here.process.reconciles.takeUp(), other.reconciles.takeUp()])
      await Promise.all([here.process.reconciles.idle(), other.reconciles.idle()])
      await here.settled()
      await expectMended(here, lacking, id)
      const calls = await here.calls()
      expect(calls.filter((call) => call === LIST)).toHaveLength(PAGES)
      expect(calls.filter((call) => call === ADD)).toHaveLength(lacking.length)
    })

    it("waits while Discord is away, and goes on from where it was", async () => {
      const here = scene()
      const lacking = await drifted(here)
      const id = await here.begin()
      await here.control.addFault({ route: LIST_ROUTE, delay_ms: 0, times: 1 })
      await here.control.addFault({ route: LIST_ROUTE, status: 503, times: 1 })
      await here.goOn()
      expect(await here.run(id)).toMatchObject({
        status: "running",
        error_message: expect.stringContaining("Discord did not answer") as string,
      })
      await here.goOn()
      await expectMended(here, lacking, id)
      expect(await here.run(id)).toMatchObject({ error_message: null })
      expect((await here.calls()).filter((call) => call === LIST)).toHaveLength(PAGES + 1)
    })

    it("ends when the server is disconnected", async () => {
      const here = scene()
      await drifted(here)
      const id = await here.begin()
      await here.control.addFault({ route: LIST_ROUTE, delay_ms: 300 })
      await here.process.reconciles.takeUp()
      await eventually(async () => expect(await cursorOf(here, id)).not.toBeNull(), PATIENCE_MS)
      await disconnectServer(here.db, here.server.id, { roles: "keep", actor_id: null })
      await here.process.reconciles.idle()
      expect(await here.run(id)).toMatchObject({ status: "canceled" })
      expect((await here.calls()).filter((call) => call === LIST).length).toBeLessThan(PAGES)
    })

    it("ends when the server is disconnected while members are worked on", async () => {
      const here = scene()
      await drifted(here)
      await here.control.addFault({ route: ROLE_ROUTE, status: 503 })
      const id = await here.begin()
      await here.process.reconciles.takeUp()
      await here.process.reconciles.idle()
      expect(await here.run(id)).toMatchObject({ status: "running", total: MEMBERS })
      await disconnectServer(here.db, here.server.id, { roles: "keep", actor_id: null })
      await here.process.reconciles.takeUp()
      await here.process.reconciles.idle()
      expect(await here.run(id)).toMatchObject({ status: "canceled" })
    })

    it("counts its pace anew once all are compared", async () => {
      const here = scene()
      const lacking = await drifted(here)
      await here.control.addFault({ route: ROLE_ROUTE, status: 503 })
      const id = await here.begin()
      await here.process.reconciles.takeUp()
      await here.process.reconciles.idle()
      // None of them is done: there is no pace, however fast the others were compared.
      expect(await here.run(id)).toMatchObject({ done: MEMBERS - lacking.length, rate: null })
      await here.process.runs.cancel(id)
      await here.process.runs.resume(id)
      expect(await here.run(id)).toMatchObject({ done: MEMBERS - lacking.length, rate: null })
    })

    it("keeps none of the next ones from beginning when the plugin fails at somebody", async () => {
      const here = scene()
      const [user = ""] = await here.addHolders(3, "Gold")
      const { id } = await here.reconcile()
      await here
        .db("discord_sync_run")
        .where({ id })
        .update({ status: "running", finished_at: null })
      const { id: membership } = await here.membership(user)
      await here.db("discord_membership").where({ id: membership }).update({
        sync_run_id: id,
        status: "retrying",
        error_owner: "bug",
      })
      await here.begin()
      expect(await here.run(id)).toMatchObject({ status: "completed", failed: 1 })
    })

    it("is at a few servers at a time", async () => {
      const here = scene()
      for (let i = 0; i < 10; i++) {
        await here.addServer()
      }
      await here.control.addFault({ route: LIST_ROUTE, delay_ms: 300 })
      const servers: { id: string }[] = await here.db("discord_server").select("id")
      const { reconciles } = here.process
      const runs = await Promise.all(
        servers.map(({ id: server_id }) =>
          reconciles.begin({ server_id, dry_run: false, actor_id: null }),
        ),
      )
      await reconciles.takeUp()
      expect(reconciles.working).toBe(8)
      await reconciles.idle()
      for (const id of runs) {
        expect(await here.run(id)).toMatchObject({ status: "completed" })
      }
    })
  })
}
