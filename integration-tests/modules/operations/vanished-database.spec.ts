import { createServer, connect as dial, type AddressInfo, type Socket } from "node:net"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Clock } from "../../../src/modules/discord/chore/clock"
import { rows, type Db } from "../../../src/modules/discord/db/db"
import { RateLimits } from "../../../src/modules/discord/discord-api/rate-limits"
import type { SyncDeps } from "../../../src/modules/discord/engine/deps"
import { Leases } from "../../../src/modules/discord/engine/leases"
import { Watch } from "../../../src/modules/discord/engine/watch"
import { eventually } from "../../helpers/eventually"
import { connect, createDatabase, type TestDatabase } from "../../helpers/store/database"

const LEASE_MS = 600
const TICK_MS = 50
/** Long before TCP gives up. */
const PATIENCE_MS = 25_000

/** Stands between a process and its database. What is connected when it freezes hears nothing any more, nor that it is over. */
class Network {
  readonly #sockets = new Set<Socket>()
  readonly #server = createServer((near) => {
    const far = dial(this.to)
    for (const socket of [near, far]) {
      this.#sockets.add(socket)
      socket.on("error", () => undefined)
      socket.on("close", () => this.#sockets.delete(socket))
    }
    near.pipe(far)
    far.pipe(near)
  })

  constructor(private readonly to: { host: string; port: number }) {}

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve))
    return (this.#server.address() as AddressInfo).port
  }

  /** Whoever connects anew gets through, as after a failover. */
  freeze(): void {
    for (const socket of this.#sockets) {
      socket.unpipe()
      socket.pause()
    }
  }

  close(): void {
    this.#sockets.forEach((socket) => socket.destroy())
    this.#server.close()
  }
}

describe("a database that vanishes without closing its sockets", () => {
  let database: TestDatabase
  let network: Network
  let db: Db
  const log: string[] = []
  const write = (line: unknown) => void log.push(String(line))
  const logger = { info: write, warn: write, error: write }

  beforeAll(async () => {
    database = await createDatabase()
    const url = new URL(database.url)
    network = new Network({ host: url.hostname, port: Number(url.port) })
    url.port = String(await network.open())
    url.hostname = "127.0.0.1"
    db = connect(url.toString(), 5)
  }, 60_000)
  afterAll(async () => {
    network.close()
    await db.destroy()
    await database.drop()
  })

  it("stops signs of life, clock and watch for seconds, not until TCP gives up", async () => {
    const leases = new Leases(db, LEASE_MS)
    const turns = { count: 0 }
    const clock = new Clock(
      { db, leases, logger },
      {
        container: {} as MedusaContainer,
        chores: () => [{ name: "orders", everyMs: 100, run: () => Promise.resolve() }],
        ownTurn: () => Promise.resolve(turns.count++),
        tickMs: TICK_MS,
      },
    )
    const watch = new Watch(
      { db, leases, logger, limits: new RateLimits(45) } as unknown as SyncDeps,
      { watchMs: TICK_MS, worksInBulk: () => true, elsewhere: () => [], wake: () => undefined },
    )
    try {
      clock.start()
      watch.start()
      const held = await leases.take("gateway")
      await eventually(() => expect(turns.count).toBeGreaterThan(5))
      expect(held?.isHeld()).toBe(true)
      network.freeze()
      await eventually(() => expect(log).toHaveLength(1), PATIENCE_MS)
      expect(log[0]).toContain("the database does not answer, work waits")
      await eventually(() => expect(log).toHaveLength(2), PATIENCE_MS)
      expect(log[1]).toContain("the database answers again")
      const before = turns.count
      await eventually(() => expect(turns.count).toBeGreaterThan(before + 3), PATIENCE_MS)
      // What was lost meanwhile is had again, and kept.
      let again = await leases.take("another")
      await eventually(async () => {
        again ??= await leases.take("another")
        const [alive] = await rows(
          database.db,
          `select 1 from discord_lease where id = 'another' and expires_at > created_at + interval '2 seconds'`,
        )
        expect(alive).toBeDefined()
      }, PATIENCE_MS)
      expect(again?.isHeld()).toBe(true)
    } finally {
      clock.stop()
      watch.stop()
    }
  }, 120_000)
})
