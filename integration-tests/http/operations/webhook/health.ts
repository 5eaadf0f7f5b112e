import type {
  AdminDiscordApplicationResponse,
  DiscordHealthResponse,
} from "../../../../src/types/http"
import { eventually } from "../../../helpers/eventually"
import { APPLICATION } from "../../../helpers/store/application"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

const PATH = "/discord/health"

/** @see ../webhook.spec.ts */
export function testHealth(scene: () => Scene): void {
  describe("the health of the plugin", () => {
    const read = () => new HttpClient(scene().baseUrl).raw<DiscordHealthResponse>(PATH)
    const sweptBefore = (time: string) =>
      scene().db.raw(
        `insert into discord_lease (id, owner, expires_at, begun_at, done_at)
         values ('chore:sweep', 'another', now() + interval '1 hour', now(), now() - cast(:time as interval))
         on conflict (id) do update set
           owner = excluded.owner, expires_at = excluded.expires_at, done_at = excluded.done_at`,
        { time },
      )
    /** @param seconds from now: when it began, and when it was last seen */
    const runs = (id: string, { begun, seen }: { begun: number; seen: number }) =>
      scene().db.raw(
        `insert into discord_process (id, worker_mode, has_shared_locks, created_at, seen_at)
         values (:id, 'shared', false, now() + :begun * interval '1 second', now() + :seen * interval '1 second')`,
        { id, begun, seen },
      )

    it("is told to anybody, without a call to Discord, a secret, or a cache", async () => {
      const { admin, discord } = scene()
      await sweptBefore("1 minute")
      await admin.send("/admin/discord/application")
      const before = await discord.now()
      await eventually(async () => {
        const { status, body, headers } = await read()
        expect([status, headers.get("cache-control")]).toEqual([200, "no-store"])
        expect(headers.get("content-type")).toContain("application/json")
        expect(body).toEqual({
          status: "ok",
          database: "ok",
          sweep: { status: "ok", last_at: expect.stringMatching(/Z$/) as string },
          bot_token: { status: "accepted", seen_at: expect.stringMatching(/Z$/) as string },
          processes: { status: "ok", running: expect.any(Number) as number },
        })
      })
      const head = await new HttpClient(scene().baseUrl).raw(PATH, { method: "HEAD" })
      expect([head.status, head.body]).toEqual([200, ""])
      expect(await discord.control.requests({ since: before })).toEqual([])
    })

    it("is degraded when nobody has swept for five minutes: no restart mends that", async () => {
      await sweptBefore("6 minutes")
      const { status, body } = await read()
      expect([status, body.status, body.sweep?.status]).toEqual([200, "degraded", "late"])
      await sweptBefore("1 minute")
      expect((await read()).body.status).toBe("ok")
    })

    it("is degraded when Discord refuses the bot token, and not when Discord is down", async () => {
      const { admin, discord, service } = scene()
      await sweptBefore("1 minute")
      await admin.send("/admin/discord/application")
      await discord.control.outage(true)
      await admin.raw("/admin/discord/application")
      expect((await read()).body).toMatchObject({ status: "ok", bot_token: { status: "accepted" } })
      await discord.control.outage(false)
      const { client_id, bot_token } = APPLICATION
      await discord.control.updateApplication(client_id, { bot_token: "reset" })
      await admin.send("/admin/discord/application")
      expect(await read()).toMatchObject({
        status: 200,
        body: { status: "degraded", bot_token: { status: "refused" } },
      })
      await discord.control.updateApplication(client_id, { bot_token })
      await admin.send("/admin/discord/application")
      await service.engine.heal()
      expect((await read()).body.status).toBe("ok")
    })

    it("is degraded while Discord refuses the token of a worker, which serves no routes, and the settings say so", async () => {
      const { admin, db } = scene()
      await sweptBefore("1 minute")
      await admin.send("/admin/discord/application")
      await runs("dproc_worker", { begun: -60, seen: 10 })
      await db("discord_process").where({ id: "dproc_worker" }).update({
        worker_mode: "worker",
        has_shared_locks: true,
        bot_token: "refused",
        bot_token_seen_at: "2026-11-28T06:00:00.000Z",
      })
      const { checks } = await admin.send<AdminDiscordApplicationResponse>(
        "/admin/discord/application",
      )
      expect(checks.filter(({ ok }) => !ok).map(({ id }) => id)).toContain("other_processes")
      expect(checks).toContainEqual(expect.objectContaining({ id: "bot_token", ok: true }))
      expect((await read()).body).toMatchObject({
        status: "degraded",
        bot_token: { status: "refused", seen_at: "2026-11-28T06:00:00.000Z" },
      })
      await db("discord_process").where({ id: "dproc_worker" }).delete()
      expect((await read()).body.bot_token.status).toBe("accepted")
    })

    it("is degraded while processes run side by side whose locks are their own, and the settings say what to do", async () => {
      const { admin, db } = scene()
      await db("discord_process").delete()
      const checks = async () => {
        const { checks } = await admin.send<{
          checks: { id: string; message: string; fix: string }[]
        }>("/admin/discord/application")
        return checks.find(({ id }) => id === "shared_locks")
      }
      await sweptBefore("1 minute")
      await runs("dproc_one", { begun: -60, seen: 10 })
      // One that was killed before the other began is not beside it.
      await runs("dproc_dead", { begun: -120, seen: -61 })
      expect((await read()).body).toMatchObject({ status: "ok", processes: { status: "ok" } })
      expect(await checks()).toBeUndefined()

      await runs("dproc_two", { begun: -90, seen: 10 })
      const { status, body } = await read()
      expect([status, body.status, body.processes?.status]).toEqual([
        200,
        "degraded",
        "locks_not_shared",
      ])
      expect(await checks()).toMatchObject({
        message: expect.stringMatching(/^[23] processes of this store/) as string,
        fix: expect.stringContaining("@medusajs/medusa/locking-redis") as string,
      })
      await db("discord_process").whereIn("id", ["dproc_one", "dproc_two", "dproc_dead"]).delete()
    })
  })
}
