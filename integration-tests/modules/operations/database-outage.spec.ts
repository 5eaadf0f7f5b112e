import { eventually } from "../../helpers/eventually"
import { rows } from "../../../src/modules/discord/db/db"
import { connect, serverUrl } from "../../helpers/store/database"
import { HostileScene } from "../engine/hostile/scene"

const MEMBERS = 12
const PATIENCE_MS = 30_000

describe("a database that goes away under work in hand", () => {
  let scene: HostileScene

  beforeEach(async () => {
    scene = await HostileScene.open(["Gold"])
  })
  afterEach(() => scene.close())

  it("is one line in the log, and one when it is back; nobody is told of a mistake, and all get their roles", async () => {
    const root = connect(`${serverUrl()}/postgres`, 1)
    const [database] = await rows<{ name: string }>(scene.db, "select current_database() as name")
    const name = database?.name ?? ""
    const blocker = connect(`${serverUrl()}/${name}`, 1)
    const troubles = () => scene.logged.filter((line) => line.includes("database"))
    try {
      scene.engine.start()
      // What is done cannot be written down: statements are under way when the database goes.
      await blocker.raw("begin; lock table discord_activity_entry in access exclusive mode")
      const members = await scene.addDueMembers(MEMBERS)
      await eventually(async () => {
        const waiting = await rows(
          scene.db,
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        )
        expect(waiting).not.toEqual([])
      })
      await root.raw(`alter database ?? with allow_connections false`, [name])
      await root.raw(`select pg_terminate_backend(pid) from pg_stat_activity where datname = ?`, [
        name,
      ])
      await eventually(() => expect(troubles()).toHaveLength(1), PATIENCE_MS)
      await root.raw(`alter database ?? with allow_connections true`, [name])
      await eventually(() => expect(troubles()).toHaveLength(2), PATIENCE_MS)
      const hasBug = () =>
        rows(scene.db, `select id from discord_membership where error_owner = 'bug'`)
      expect(await hasBug()).toEqual([])
      await eventually(async () => {
        scene.engine.wake([scene.server.id])
        expect((await scene.holders()).sort()).toEqual([...members].sort())
        expect(await scene.statuses()).toEqual({ synced: MEMBERS })
      }, PATIENCE_MS)
      expect(await hasBug()).toEqual([])
      expect(scene.logged).toEqual([
        expect.stringContaining("the database does not answer, work waits"),
        "discord: the database answers again",
      ])
    } finally {
      await root.raw(`alter database ?? with allow_connections true`, [name])
      await Promise.all([root.destroy(), blocker.destroy()])
    }
  }, 90_000)

  it("is not said to be away when a table is missing: what PostgreSQL says is told once", async () => {
    await scene.db.raw("alter table discord_lease rename to discord_lease_away")
    try {
      scene.engine.start()
      await eventually(() => expect(scene.logged).toHaveLength(1))
      expect(scene.logged[0]).toContain("the database refuses what the plugin asks, work waits")
      expect(scene.logged[0]).toContain('relation "discord_lease" does not exist')
    } finally {
      await scene.db.raw("alter table discord_lease_away rename to discord_lease")
    }
    await eventually(() => expect(scene.logged).toHaveLength(2))
    expect(scene.logged[1]).toContain("the database answers again")
  })
})
