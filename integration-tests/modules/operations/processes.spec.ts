import type { MedusaContainer } from "@medusajs/framework/types"
import { Clock } from "../../../src/modules/discord/chore/clock"
import { rows } from "../../../src/modules/discord/db/db"
import { RateLimits } from "../../../src/modules/discord/discord-api/rate-limits"
import type { SyncDeps } from "../../../src/modules/discord/engine/deps"
import { Leases } from "../../../src/modules/discord/engine/leases"
import { Watch } from "../../../src/modules/discord/engine/watch"
import type { TokenState } from "../../../src/modules/discord/operations/bot-token.rules"
import { HealthService } from "../../../src/modules/discord/operations/health.service"
import { ProcessService } from "../../../src/modules/discord/operations/process.service"
import { connect, createDatabase, serverUrl, type TestDatabase } from "../../helpers/store/database"
import { eventually } from "../../helpers/eventually"

const WATCH_MS = 20

describe("processes of a store", () => {
  let database: TestDatabase
  let log: string[]
  const logger = {
    info: (line: string) => void log.push(line),
    warn: (line: string) => void log.push(line),
    error: (line: unknown) => void log.push(String(line)),
  }

  beforeAll(async () => {
    database = await createDatabase()
  }, 60_000)
  beforeEach(async () => {
    log = []
    await rows(database.db, "truncate discord_process, discord_lease")
  })
  afterAll(() => database.drop())

  const start = (
    has_shared_locks: boolean,
    token: TokenState = { status: "unknown", seen_at: null },
    everyMs = 0,
  ) =>
    new ProcessService(
      { db: database.db, logger },
      () => ({ worker_mode: "shared", has_shared_locks, gateway: null, token }),
      everyMs,
    )
  const known = () => rows(database.db, "select id from discord_process")

  describe("that run side by side", () => {
    it("say once, each of them, that their locks do not bind the others", async () => {
      const [one, two] = [start(false), start(false)]
      await one.beat()
      // The first could have ended before the second began.
      await two.beat()
      expect(log).toEqual([])
      await one.beat()
      expect(log).toHaveLength(1)
      await two.beat()
      expect(log).toHaveLength(2)
      expect(log[0]).toContain("2 processes of this store run on one database")
      expect(log[0]).toContain("@medusajs/medusa/locking-redis")
      await two.beat()
      await one.beat()
      expect(log).toHaveLength(2)
      // The second ends, and another begins.
      await two.leave()
      await one.beat()
      expect(await known()).toHaveLength(1)
      await start(false).beat()
      await one.beat()
      expect(log).toHaveLength(3)
    })

    it("say nothing when they share their locks, and when one has taken a dead one's place", async () => {
      const [one, two] = [start(true), start(true)]
      for (const each of [one, two, one]) {
        await each.beat()
      }
      expect(log).toEqual([])
      await rows(database.db, "delete from discord_process")
      // Killed, without a word.
      await start(false).beat()
      const next = start(false)
      await next.beat()
      await next.beat()
      expect(log).toEqual([])
      expect(await known()).toHaveLength(2)
    })

    it("are forgotten a day after they were last seen", async () => {
      await start(false).beat()
      await rows(database.db, "update discord_process set seen_at = now() - interval '25 hours'")
      await start(false).beat()
      expect(await known()).toHaveLength(1)
    })
  })

  describe("of which one may not work", () => {
    it("say so wherever they are probed, within moments, and until it may", async () => {
      await rows(
        database.db,
        `insert into discord_lease (id, owner, expires_at, begun_at, done_at)
         values ('chore:sweep', 'worker', now(), now(), now())`,
      )
      const token: TokenState = { status: "accepted", seen_at: new Date() }
      const server = start(true, { ...token })
      const worker = start(true, token, 60_000)
      const probe = new HealthService(database.db, server)
      await Promise.all([server.beat(), worker.beat()])
      await server.beat()
      expect(await probe.read()).toMatchObject({ status: "ok", processes: { running: 2 } })

      // Long before its next sign of life is due.
      Object.assign(token, { status: "refused" })
      await worker.beat()
      expect(await probe.read()).toMatchObject({
        status: "degraded",
        bot_token: { status: "refused", seen_at: token.seen_at?.toISOString() },
      })
      Object.assign(token, { status: "accepted" })
      await worker.beat()
      expect(await probe.read()).toMatchObject({ status: "ok" })

      // Who ends with a token that is refused keeps nobody in doubt.
      Object.assign(token, { status: "refused" })
      await worker.beat()
      await worker.leave()
      expect(await probe.read()).toMatchObject({ status: "ok" })
    })
  })

  describe("whose database is away", () => {
    it("say so once, and once when it is back; what the scheduler calls meanwhile is quiet", async () => {
      const name = new URL(database.url).pathname.slice(1)
      const root = connect(`${serverUrl()}/postgres`, 1)
      const db = connect(database.url, 2)
      const limits = new RateLimits(45)
      const leases = new Leases(db, 600)
      const looks = { count: 0 }
      const watch = new Watch({ db, leases, limits, logger } as unknown as SyncDeps, {
        watchMs: WATCH_MS,
        worksInBulk: () => true,
        elsewhere: () => {
          looks.count++
          return []
        },
        wake: () => undefined,
      })
      const sweep = { name: "sweep", everyMs: 60_000, run: () => Promise.resolve() }
      const clock = new Clock(
        { db, leases, logger },
        { container: {} as MedusaContainer, ownTurn: () => Promise.resolve() },
      )
      try {
        watch.start()
        await eventually(() => expect(looks.count).toBeGreaterThan(2))
        expect(log).toEqual([])
        await root.raw(`alter database ?? with allow_connections false`, [name])
        await root.raw(`select pg_terminate_backend(pid) from pg_stat_activity where datname = ?`, [
          name,
        ])
        await eventually(() => expect(log).toHaveLength(1))
        expect(log[0]).toContain("the database does not answer, work waits")
        // The pool holds them back for as long as it hopes for a connection.
        const calls = [1, 2, 3].map(() => clock.onSchedule(sweep))
        await root.raw(`alter database ?? with allow_connections true`, [name])
        await eventually(() => expect(log).toHaveLength(2))
        expect(log[1]).toContain("the database answers again")
        const done = await Promise.all(calls)
        expect(done.filter(Boolean)).toHaveLength(1)
        expect(log).toHaveLength(2)
      } finally {
        watch.stop()
        await root.raw(`alter database ?? with allow_connections true`, [name])
        await db.destroy()
        await root.destroy()
      }
    }, 30_000)
  })
})
