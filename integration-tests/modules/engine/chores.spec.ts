import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isSwept } from "../../../src/modules/discord/chore/chores.rules"
import { rows } from "../../../src/modules/discord/db/db"
import type { Chore } from "../../../src/modules/discord/chore/chore-registry"
import { Clock } from "../../../src/modules/discord/chore/clock"
import { readChoreAges, readSweep } from "../../../src/modules/discord/chore/chore-silence.store"
import { Leases } from "../../../src/modules/discord/engine/leases"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"
import { eventually } from "../../helpers/eventually"

const MINUTE = 60_000
const TICK_MS = 20
const LEASE_MS = 600
const CONTAINER = {} as MedusaContainer
const LOGGER = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe("chores of several processes on one database", () => {
  let database: TestDatabase
  let begun: string[]
  const clocks: Clock[] = []

  beforeAll(async () => {
    database = await createDatabase()
  }, 60_000)
  beforeEach(async () => {
    begun = []
    await rows(database.db, "delete from discord_lease")
  })
  afterEach(() => clocks.splice(0).forEach((clock) => clock.stop()))
  afterAll(() => database.drop())

  const chore = (run: Chore["run"] = () => Promise.resolve()): Chore => ({
    name: "sweep",
    everyMs: MINUTE,
    run: async (container) => {
      begun.push("sweep")
      await run(container)
    },
  })
  /** A process of the store, as far as its clock goes. */
  const newClock = (...chores: Chore[]) => clockOf(chores)
  const clockOf = (chores: Chore[], longestTurnMs?: number) => {
    const { db } = database
    const clock = new Clock(
      { db, leases: new Leases(db, LEASE_MS), logger: LOGGER },
      {
        chores: () => chores,
        container: CONTAINER,
        ownTurn: () => Promise.resolve(),
        tickMs: TICK_MS,
        ...(longestTurnMs === undefined ? {} : { longestTurnMs }),
      },
    )
    clocks.push(clock)
    return clock
  }
  const aMinuteLater = () =>
    rows(database.db, "update discord_lease set begun_at = begun_at - interval '70 seconds'")
  const silence = async () => (await readSweep(database.db)).ms
  const ticks = () => sleep(10 * TICK_MS)

  it("are done by one clock when no scheduler calls, once in their time", async () => {
    const one = chore()
    const processes = [newClock(one), newClock(one), newClock(one)]
    processes.forEach((clock) => clock.start())
    // A chore that is new waits for the scheduler first.
    await eventually(async () =>
      expect(await rows(database.db, "select 1 from discord_lease")).toHaveLength(1),
    )
    await ticks()
    expect(begun).toEqual([])
    for (const times of [1, 2]) {
      await aMinuteLater()
      await eventually(() => expect(begun).toHaveLength(times))
      await ticks()
      expect(begun).toHaveLength(times)
    }
  })

  it("are left to the scheduler as long as it calls", async () => {
    const one = chore()
    const clock = newClock(one)
    await clock.onSchedule(one)
    clock.start()
    await ticks()
    expect(begun).toHaveLength(1)
  })

  it("are done once when schedulers of two processes call at the same time", async () => {
    const one = chore(() => sleep(50))
    const [a, b] = [newClock(one), newClock(one)]
    const calls = [a, b].map((clock) => clock.onSchedule(one))
    expect((await Promise.all(calls)).sort()).toEqual([false, true])
    // Nor a moment later, when the first is done with it.
    expect(await b.onSchedule(one)).toBe(false)
    expect(begun).toHaveLength(1)
  })

  it("are never kept from the scheduler's next turn by the clock", async () => {
    const one = chore()
    const clock = newClock(one)
    await clock.now(one)
    await rows(database.db, "update discord_lease set begun_at = begun_at - interval '31 seconds'")
    expect(await clock.onSchedule(one)).toBe(true)
  })

  it("are done at once for whoever asks, after another process that is at it", async () => {
    let end = () => undefined as void
    const slow = chore(() => new Promise<void>((resolve) => (end = resolve)))
    const first = newClock(slow).now(slow)
    await eventually(() => expect(begun).toHaveLength(1))
    const second = newClock(chore()).now(chore())
    // Longer than a lease: it is kept alive.
    await sleep(2 * LEASE_MS)
    expect(begun).toHaveLength(1)
    end()
    expect(await Promise.all([first, second])).toEqual([true, true])
    expect(begun).toHaveLength(2)
  })

  it("are done by another clock soon after the process that was at them died", async () => {
    await rows(
      database.db,
      `insert into discord_lease (id, owner, expires_at, begun_at)
       values ('chore:sweep', 'dead', now() + interval '300 milliseconds', now() - interval '70 seconds')`,
    )
    newClock(chore()).start()
    await ticks()
    expect(begun).toEqual([])
    await eventually(() => expect(begun).toHaveLength(1))
  })

  it("that fail are known as begun, not as done, and come again in their turn", async () => {
    const failing = chore(() => Promise.reject(new Error("no")))
    const clock = newClock(failing)
    await expect(clock.now(failing)).rejects.toThrow("no")
    const [row] = await rows<{ done_at: Date | null }>(
      database.db,
      "select done_at from discord_lease where expires_at <= now()",
    )
    expect(row).toEqual({ done_at: null })
    await aMinuteLater()
    clock.start()
    await eventually(() => expect(begun).toHaveLength(2))
  })

  it("that do not come to an end are left to themselves, told of, and begun anew elsewhere; who ends late changes nothing", async () => {
    let end = () => undefined as void
    const hanging = chore(() => new Promise<void>((resolve) => (end = resolve)))
    const first = clockOf([hanging], 2 * LEASE_MS).now(hanging)
    const ended = expect(first).rejects.toThrow("did not come to an end")
    await eventually(() => expect(begun).toHaveLength(1))
    await ended
    // Nobody waits for the lease to run out, though its owner lives.
    const slow = chore(() => sleep(LEASE_MS))
    const second = newClock(slow).now(slow)
    await eventually(() => expect(begun).toHaveLength(2))
    end()
    await ticks()
    expect(await newClock(chore()).onSchedule(chore())).toBe(false)
    expect(await second).toBe(true)
    expect((await readSweep(database.db)).is_done).toBe(true)
  })

  it("that work off all there is take as long as it takes", async () => {
    const long = { ...chore(() => sleep(2 * LEASE_MS)), mayTakeHours: true }
    expect(await clockOf([long], 1).now(long)).toBe(true)
    expect(begun).toHaveLength(1)
  })

  it("tell how often they are to be done, and how they have fared", async () => {
    const failing = chore(() => Promise.reject(new Error("no")))
    await expect(newClock(failing).now(failing)).rejects.toThrow("no")
    await rows(database.db, "update discord_lease set created_at = now() - interval '1 hour'")
    const [age] = await readChoreAges(database.db)
    expect(age).toMatchObject({ name: "sweep", every_ms: MINUTE })
    expect(age?.begun_ms).toBeLessThan(MINUTE)
    expect(age?.silent_ms).toBeGreaterThan(59 * MINUTE)
  })

  it("that fail under Medusa's scheduler hand it words for its log, without the statement or what it is about", async () => {
    const one = chore(() =>
      rows(database.db, "select * from nowhere where email = :email", { email: "ada@example.com" }),
    )
    const error = await newClock(one)
      .onSchedule(one)
      .catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      message:
        'discord: sweep failed, it is done again in its turn: error: relation "nowhere" does not exist',
    })
  })

  it("tell how long nobody has swept, from the last time it was done", async () => {
    const one = chore()
    await newClock(one).now(one)
    expect(isSwept(await silence())).toBe(true)
    await rows(
      database.db,
      "update discord_lease set done_at = now() - interval '6 minutes', begun_at = now()",
    )
    expect(isSwept(await silence())).toBe(false)
  })

  it("tell that nobody sweeps when nobody ever has, from what a process that has just begun cannot know", async () => {
    expect(await readSweep(database.db)).toEqual({ ms: 0, is_done: false })
    // A process that only serves requests: it notes no chore.
    const runsSince = (time: string) =>
      rows(
        database.db,
        `insert into discord_process (id, worker_mode, has_shared_locks, created_at, seen_at)
         values ('dproc_server', 'server', true, now() - cast(:time as interval), now())
         on conflict (id) do update set created_at = excluded.created_at`,
        { time },
      )
    await runsSince("1 minute")
    expect(isSwept(await silence())).toBe(true)
    await runsSince("6 minutes")
    expect(isSwept(await silence())).toBe(false)
    // Restarted each few minutes, and none runs now: there is a server all the same.
    await rows(database.db, "delete from discord_process")
    await rows(
      database.db,
      `insert into discord_server (id, guild_id, name, created_at)
       values ('dserv_old', '1100000000000000009', 'Old', now() - interval '1 day')`,
    )
    expect(await readSweep(database.db)).toMatchObject({ is_done: false })
    expect(isSwept(await silence())).toBe(false)
    // Somebody is about to.
    newClock(chore()).start()
    await eventually(async () => expect(isSwept(await silence())).toBe(true))
    await rows(database.db, "delete from discord_server")
  })
})
