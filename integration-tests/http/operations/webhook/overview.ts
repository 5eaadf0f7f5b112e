import type { AdminDiscordOverviewResponse } from "../../../../src/types/http"
import { CallHours } from "../../../../src/modules/discord/operations/overview/call-hours"
import { CallsSeen } from "../../../../src/modules/discord/discord-api/calls-seen"
import { eventually } from "../../../helpers/eventually"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

const PATH = "/admin/discord/overview"
const HOUR_MS = 3_600_000

/** @see ../webhook.spec.ts */
export function testOverview(scene: () => Scene): void {
  describe("the overview", () => {
    const read = async () => (await scene().admin.send<AdminDiscordOverviewResponse>(PATH)).overview
    const lastHours = async () => (await read()).hours.slice(-2)
    const sum = (hours: { calls: number; rate_limited: number }[]) =>
      hours.reduce(
        (total, { calls, rate_limited }) => ({
          calls: total.calls + calls,
          rate_limited: total.rate_limited + rate_limited,
        }),
        { calls: 0, rate_limited: 0 },
      )
    const logger = { info: jest.fn() } as never
    /** A process of the store beside the one that answers. */
    const another = (everyMs = 0) => {
      const calls = new CallsSeen()
      const hours = new CallHours({ db: scene().db, logger, calls }, everyMs)
      const call = (status: number | null) =>
        calls.note({ method: "GET", route: "/users/@me", status, is_bots: true })
      return { hours, call }
    }
    const stored = () => scene().db("discord_call_hour").select<{ calls: number }[]>("calls")

    it("is for admins alone", async () => {
      expect((await new HttpClient(scene().baseUrl).raw(PATH)).status).toBe(401)
    })

    it("tells of a store that serves nobody yet", async () => {
      const { hours, as_of, ...figures } = await read()
      expect(figures).toEqual({
        members_served: 0,
        members_waiting: { admin: 0, customer: 0, store: 0 },
        order_to_role: null,
        members_checked_at: null,
      })
      expect(hours).toHaveLength(24)
      expect(Date.parse(hours[23]?.begins_at ?? "")).toBeLessThanOrEqual(Date.parse(as_of))
      expect(Date.parse(hours[0]?.begins_at ?? "")).toBeGreaterThan(
        Date.parse(as_of) - 24 * HOUR_MS,
      )
    })

    it("counts who is served and who waits, how long a buyer waited, and the calls at once", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("overseen")
      await customer.connect(discord, userId)
      // Who is banned waits for an admin.
      const banned = await newBuyer("banned")
      await banned.customer.connect(discord, banned.userId)
      await discord.control.ban(discord.guildId, banned.userId)
      await settled(await banned.customer.buy("Silver"))
      const before = sum(await lastHours())
      const since = await discord.now()
      await discord.control.addFault({
        method: "PUT",
        status: 429,
        times: 1,
        headers: { "x-ratelimit-scope": "shared", "retry-after": "1" },
      })
      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      await eventually(async () => {
        const after = await read()
        expect(after.members_served).toBe(1)
        expect(after.members_waiting).toEqual({ admin: 1, customer: 0, store: 0 })
        expect(after.order_to_role?.median_s).toBeGreaterThan(0)
        expect(after.members_checked_at).toBeNull()
        const made = (await discord.control.requests({ since })).length
        const counted = sum(after.hours.slice(-2))
        expect(counted).toEqual({
          calls: before.calls + made,
          rate_limited: before.rate_limited + 1,
        })
      })
    })

    it("says when all members of every server were checked", async () => {
      const { db, setUp } = scene()
      await setUp()
      const at = "2026-11-27T02:00:00.000Z"
      await db("discord_server").update({ reconciled_at: at })
      expect((await read()).members_checked_at).toBe(at)
      const later = "2026-11-28T02:00:00.000Z"
      const other = { id: "dserv_other", guild_id: "100000000000000001", name: "Film Club" }
      await db("discord_server").insert({ ...other, status: "connected", reconciled_at: later })
      expect((await read()).members_checked_at).toBe(at)
      await db("discord_server").where({ id: "dserv_other" }).update({ reconciled_at: null })
      expect((await read()).members_checked_at).toBeNull()
      // Nobody checks a server that is disconnected.
      await db("discord_server").where({ id: "dserv_other" }).update({ status: "disconnected" })
      expect((await read()).members_checked_at).toBe(at)
      await db("discord_server").where({ id: "dserv_other" }).delete()
    })

    it("adds up what processes count, each in one statement a minute, and none where there were no calls", async () => {
      const { db } = scene()
      await db("discord_call_hour").delete()
      const before = sum(await lastHours())
      const [one, two] = [another(), another(60_000)]
      await one.hours.save()
      expect(await stored()).toEqual([])

      const statements: string[] = []
      const onQuery = ({ sql }: { sql: string }) =>
        sql.includes("insert into discord_call_hour") && statements.push(sql)
      db.on("query", onQuery)
      Array.from({ length: 40 }, () => one.call(200))
      one.call(429)
      await one.hours.save()
      two.call(null)
      await two.hours.save()
      two.call(204)
      // Not yet: a minute has not passed.
      await two.hours.save()
      db.removeListener("query", onQuery)
      expect(statements).toHaveLength(2)
      expect(sum(await lastHours())).toEqual({
        calls: before.calls + 42,
        rate_limited: before.rate_limited + 1,
      })

      await two.hours.leave()
      expect(sum(await lastHours()).calls).toBe(before.calls + 43)
    })

    it("keeps what the database did not take, and forgets what is older than three days", async () => {
      const { db } = scene()
      await db("discord_call_hour").delete()
      await db("discord_call_hour").insert(
        [
          ["dhour_old", 4],
          ["dhour_kept", 2],
        ].map(([id, days]) => ({
          id,
          begins_at: db.raw("date_trunc('hour', now()) - ? * interval '1 day'", [days as number]),
          calls: 1,
          refused: 0,
          rate_limited: 0,
          failed: 0,
        })),
      )
      const { hours, call } = another()
      call(200)
      call(503)
      await db.raw("alter table discord_call_hour rename to discord_call_hour_away")
      await expect(hours.save()).rejects.toThrow("discord_call_hour")
      await db.raw("alter table discord_call_hour_away rename to discord_call_hour")
      await hours.save()
      const found = await db("discord_call_hour")
        .select<{ id: string; calls: number; failed: number }[]>("id", "calls", "failed")
        .orderBy("begins_at")
      expect(found).toEqual([
        { id: "dhour_kept", calls: 1, failed: 0 },
        { id: expect.stringMatching(/^dhour_/) as string, calls: 2, failed: 1 },
      ])
    })
  })
}
