import type {
  AdminDiscordDifferenceListResponse,
  AdminDiscordServerResponse,
  AdminDiscordSyncRunListResponse,
  AdminDiscordSyncRunResponse,
} from "../../../../src/types/http"
import { APPLICATION } from "../../../helpers/store/application"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { ADD, helpersOf, READ } from "./shared"

interface Refusal {
  type: string
  message: string
}

/** @see ../seen.spec.ts */
export function testCheckAllMembers(scene: () => Scene): void {
  const { holderOf, goAndComeBack } = helpersOf(scene)
  const begin = (serverId: string, body: unknown = {}) =>
    scene().admin.raw<AdminDiscordSyncRunResponse & Refusal>(
      `/admin/discord/servers/${serverId}/reconcile`,
      { body },
    )
  const runOf = (id: string) =>
    scene().admin.send<AdminDiscordSyncRunResponse>(`/admin/discord/sync-runs/${id}`)
  const ended = (id: string, status = "completed") =>
    eventually(async () => expect((await runOf(id)).sync_run).toMatchObject({ status }))

  describe("Check all members", () => {
    it.each([
      ["with the intent, by a list of all", true, [ADD]],
      ["without it, one by one", false, [READ, ADD]],
    ])("gives again what is missing, %s, and says when it looked", async (_how, intent, calls) => {
      const { admin, discord, newBuyer, settled } = scene()
      await discord.control.updateApplication(APPLICATION.client_id, {
        guild_members_intent: intent,
      })
      const { userId, serverId } = await holderOf("Gold")
      const other = await newBuyer("ben")
      await other.customer.connect(discord, other.userId)
      await settled(await other.customer.buy("Silver"))
      await goAndComeBack(userId)
      await discord.control.takeRole(discord.guildId, other.userId, discord.roles.Silver)
      const path = `/admin/discord/servers/${serverId}`
      expect((await admin.send<AdminDiscordServerResponse>(path)).server.reconciled_at).toBeNull()
      const before = await discord.now()

      const dry = await begin(serverId, { dry_run: true })
      expect(dry).toMatchObject({
        status: 202,
        body: { sync_run: { kind: "reconcile", dry_run: true, server_id: serverId, total: 2 } },
      })
      const { id } = dry.body.sync_run
      await ended(id)
      expect((await runOf(id)).sync_run).toMatchObject({ added: 2, removed: 0, can_confirm: true })
      const found = await admin.send<AdminDiscordDifferenceListResponse>(
        `/admin/discord/sync-runs/${id}/differences?limit=1`,
      )
      expect(found).toMatchObject({ count: 2, limit: 1, offset: 0 })
      expect(found.differences).toHaveLength(1)
      expect(found.roles.map(({ name, added, removed }) => [name, added, removed])).toEqual([
        ["Gold", 1, 0],
        ["Silver", 1, 0],
      ])
      expect(await discord.rolesOf(userId)).toEqual([])

      const done = await begin(serverId)
      expect(done).toMatchObject({ status: 202, body: { sync_run: { dry_run: false } } })
      await discord.expectRoles(userId, ["Gold"])
      await discord.expectRoles(other.userId, ["Silver"])
      await ended(done.body.sync_run.id)
      expect((await runOf(done.body.sync_run.id)).sync_run).toMatchObject({ added: 2, done: 2 })
      const reads = intent ? [] : [READ]
      expect(await discord.callsFor(userId, before)).toEqual([...reads, ...calls])
      const { server } = await admin.send<AdminDiscordServerResponse>(path)
      expect(server.reconciled_at).toEqual(expect.any(String))
      const { sync_runs } = await admin.send<AdminDiscordSyncRunListResponse>(
        `/admin/discord/sync-runs?server_id=${serverId}&kind=reconcile`,
      )
      expect(sync_runs.map((run) => run.id)).toEqual([done.body.sync_run.id, id])
    })

    it("does what a dry run found when that is confirmed, once", async () => {
      const { admin, discord } = scene()
      const { userId, serverId } = await holderOf("Gold")
      await discord.control.takeRole(discord.guildId, userId, discord.roles.Gold)
      const { id } = (await begin(serverId, { dry_run: true })).body.sync_run
      await ended(id)
      const confirm = () =>
        admin.raw<AdminDiscordSyncRunResponse & Refusal>(`/admin/discord/sync-runs/${id}/confirm`, {
          method: "POST",
        })
      expect(await confirm()).toMatchObject({
        status: 202,
        body: { sync_run: { dry_run: false } },
      })
      await discord.expectRoles(userId, ["Gold"])
      await ended(id)
      const again = await confirm()
      expect([again.status, again.body.type]).toEqual([400, "not_allowed"])
      expect(again.body.message).toContain("nothing to be confirmed")
    })

    it("runs once at a time for a server, and can be canceled", async () => {
      const { admin, discord } = scene()
      const { serverId } = await holderOf("Gold")
      await discord.control.addFault({ method: "GET", delay_ms: 1_500 })
      const { id } = (await begin(serverId)).body.sync_run
      const second = await begin(serverId, { dry_run: true })
      expect([second.status, second.body.type]).toEqual([409, "conflict"])
      expect(second.body.message).toContain("being checked already")
      const canceled = await admin.raw<AdminDiscordSyncRunResponse>(
        `/admin/discord/sync-runs/${id}/cancel`,
        { method: "POST" },
      )
      expect(canceled).toMatchObject({ status: 200, body: { sync_run: { status: "canceled" } } })
      await discord.control.clearFaults()
      await scene().service.reconciles.idle()
      expect((await runOf(id)).sync_run).toMatchObject({ status: "canceled", added: 0 })
    })

    it("is refused in words, and changes nothing, when it is asked for wrongly", async () => {
      const { admin, db } = scene()
      const { serverId } = await holderOf("Gold")
      for (const body of [{ dry_run: "yes" }, { dry_run: null }, { dryRun: true }, []]) {
        const { status, body: answer } = await begin(serverId, body)
        expect([JSON.stringify(body), status, answer.type]).toEqual([
          JSON.stringify(body),
          400,
          "invalid_data",
        ])
      }
      expect((await begin("dserv_none")).status).toBe(404)
      for (const [method, path] of [
        ["POST", "confirm"],
        ["GET", "differences"],
      ] as const) {
        const { status } = await admin.raw(`/admin/discord/sync-runs/dsync_none/${path}`, {
          method,
        })
        expect([path, status]).toEqual([path, 404])
      }
      await admin.send(`/admin/discord/servers/${serverId}`, { method: "DELETE" })
      const refused = await begin(serverId)
      expect([refused.status, refused.body.type]).toEqual([400, "not_allowed"])
      expect(refused.body.message).toContain("is disconnected")
      expect(await db("discord_sync_run").where({ kind: "reconcile" })).toEqual([])
    })
  })
}
