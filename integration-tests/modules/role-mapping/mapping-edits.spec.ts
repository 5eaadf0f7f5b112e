import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { SyncRunService } from "../../../src/modules/discord/sync-run/sync-run.service"
import { PRIORITY } from "../../../src/modules/discord/statuses.rules"
import { listSyncRuns } from "../../../src/modules/discord/sync-run/sync-run.reads"
import { markDue } from "../../../src/modules/discord/membership/mark.store"
import { markOwners } from "../../../src/modules/discord/membership/mark-owners.store"
import type { NewMapping } from "../../../src/modules/discord/role-mapping/mapping-plan.rules"
import { editMappings } from "../../../src/modules/discord/role-mapping/role-mapping.store"
import { createDatabase, type TestDatabase } from "../../helpers/store/database"
import { eventually } from "../../helpers/eventually"
import { customerOf, insertOwners, placeOrder } from "../../helpers/entitlement/owners"
import { testLosses } from "./mapping-edits/losses"
import { testPreview } from "./mapping-edits/preview"

/** Three sets of owners, so that an edit can be left between two. */
const OWNERS = 4_500
const PAGE = { limit: 10, offset: 0 }

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe("an edit of mappings that others own", () => {
  let database: TestDatabase
  let db: Knex
  let runs: SyncRunService
  let woken: string[]
  const users = Array.from({ length: OWNERS }, (_, i) => `u${String(i).padStart(6, "0")}`)

  const gives = (variant: string, ...roles: string[]): NewMapping[] =>
    roles.map((role) => ({
      variant_id: variant,
      product_id: "prod_1",
      role_id: `drole_${role}`,
      access_days: null,
    }))
  const edit = (mappings: NewMapping[], variants = ["gold", "silver"]) =>
    editMappings(db, variants, mappings, "user_admin")
  const due = async () =>
    Number(
      (await db("discord_membership").whereNotNull("next_attempt_at").count({ count: "*" }))[0]
        ?.count,
    )
  const retrieve = async (id: string | null) => {
    const { sync_runs } = await listSyncRuns(db, { id: id ?? "" }, PAGE)
    return sync_runs[0]
  }
  const finish = (ids: string[]) =>
    db("discord_membership").whereIn("account_id", ids).update({
      status: "synced",
      next_attempt_at: null,
      error_owner: null,
    })

  beforeAll(async () => {
    database = await createDatabase()
    db = database.db
    for (const server of ["one", "two"]) {
      await db("discord_server").insert({ id: `dserv_${server}`, guild_id: server, name: server })
    }
    for (const [role, server] of [
      ["a", "one"],
      ["b", "one"],
      ["c", "two"],
    ] as const) {
      await db("discord_role").insert({
        id: `drole_${role}`,
        role_id: role,
        name: role,
        position: 1,
        server_id: `dserv_${server}`,
      })
    }
    await insertOwners(db, { id: "dserv_one", variantId: "gold" }, users)
  }, 60_000)
  beforeEach(async () => {
    await db("discord_role_mapping").delete()
    await db("discord_role_mapping").insert({
      id: "drmap_0",
      variant_id: "gold",
      product_id: "prod_1",
      role_id: "drole_a",
    })
    await db("discord_sync_run").delete()
    await db("discord_activity_entry").delete()
    await db("discord_entitlement").whereNot({ variant_id: "gold" }).delete()
    await db("discord_membership").where({ server_id: "dserv_two" }).delete()
    await db("discord_membership").update({
      status: "synced",
      next_attempt_at: null,
      recheck_at: null,
      sync_run_id: null,
      error_owner: null,
      generation: 1,
      priority: PRIORITY.change,
    })
    woken = []
    runs = new SyncRunService({ db, logger }, (ids) => woken.push(...ids))
  })
  afterEach(() => runs.stop())
  afterAll(() => database.drop())

  it("marks every owner at bulk priority, as a run of their number", async () => {
    expect(await runs.editMappings(["gold"], gives("gold", "b"), "user_admin")).toEqual([
      "dserv_one",
    ])
    // An edit answers before all are marked when that takes long.
    await eventually(() => expect(woken).toEqual(["dserv_one"]))
    expect(await due()).toBe(OWNERS)
    expect(await db("discord_membership").distinct("priority", "generation")).toEqual([
      { priority: PRIORITY.bulk, generation: 2 },
    ])
    const { sync_runs } = await listSyncRuns(db, {}, PAGE)
    expect(sync_runs).toMatchObject([
      { kind: "role_mapping", status: "running", total: OWNERS, done: 0, actor_id: "user_admin" },
    ])
    expect(await db("discord_activity_entry").select("action", "trigger")).toEqual([
      { action: "role_mapping_changed", trigger: "user_admin" },
    ])
  })

  it("marks nobody when it saves what is there already", async () => {
    expect(await edit(gives("gold", "a"))).toEqual({ run_id: null, server_ids: [] })
    expect(await due()).toBe(0)
    expect((await listSyncRuns(db, {}, PAGE)).count).toBe(0)
  })

  it("marks the owners of the variants that changed, and no others", async () => {
    const { run_id, server_ids } = await edit([...gives("gold", "a"), ...gives("silver", "b")])
    expect(server_ids).toEqual(["dserv_one"])
    await markOwners(db, run_id ?? "")
    expect(await due()).toBe(0)
    // Nobody was touched: there is no bulk work to be seen.
    expect(await retrieve(run_id)).toBeUndefined()
  })

  it("looks only into the servers whose roles changed, and makes the members these lack", async () => {
    const { run_id, server_ids } = await edit(gives("gold", "a", "c"))
    expect(server_ids).toEqual(["dserv_two"])
    await markOwners(db, run_id ?? "")
    expect(await db("discord_membership").where({ server_id: "dserv_one", status: "due" })).toEqual(
      [],
    )
    expect(await due()).toBe(OWNERS)
  })

  it("is gone on with after a process died in the middle, by whoever sweeps", async () => {
    const { run_id } = await edit(gives("gold", "b"))
    let sets = 0
    expect(await markOwners(db, run_id ?? "", () => sets++ < 1)).toBe(false)
    const begun = await due()
    expect(begun).toBeGreaterThan(0)
    expect(begun).toBeLessThan(OWNERS)
    await runs.sweep()
    expect(await due()).toBe(OWNERS)
    expect(await db("discord_membership").distinct("generation")).toEqual([{ generation: 2 }])
    expect(await retrieve(run_id)).toMatchObject({ status: "running", total: OWNERS })
  })

  it("lets a purchase by an owner take over from the run, while the run's own row is held", async () => {
    const { run_id } = await edit(gives("gold", "b"))
    const buyer = users.at(-1) ?? ""
    const held = await db.transaction(async (tx) => {
      // What marking holds beside one set of members; a real cart meets both in mapped-purchases.spec.ts.
      await tx.raw("select 1 from discord_sync_run where id = ? for update", [run_id])
      return placeOrder(db, "order_meanwhile", customerOf(buyer), "gold")
    })
    expect(held).toEqual(["dserv_one"])
    await markOwners(db, run_id ?? "")
    expect(await db("discord_membership").where({ account_id: `dacc_${buyer}` })).toMatchObject([
      { status: "due", priority: PRIORITY.customer, sync_run_id: null },
    ])
  })

  it("counts as done whom the engine served, and whom a purchase took over", async () => {
    const { run_id } = await edit(gives("gold", "b"))
    await markOwners(db, run_id ?? "")
    await finish(users.slice(0, 1_000).map((user) => `dacc_${user}`))
    await placeOrder(db, "order_more", customerOf(users.at(-1) ?? ""), "gold")
    await db("discord_sync_run").update({ started_at: new Date(Date.now() - 10_000) })
    expect(await retrieve(run_id)).toMatchObject({
      status: "running",
      total: OWNERS,
      done: 1_001,
      rate: expect.any(Number) as number,
      remaining_seconds: expect.any(Number) as number,
      can_cancel: true,
    })
    await finish(users.map((user) => `dacc_${user}`))
    expect(await retrieve(run_id)).toMatchObject({
      status: "completed",
      done: OWNERS,
      remaining_seconds: null,
      can_cancel: false,
    })
  })

  describe("canceled", () => {
    it("keeps the engine from what it has not begun, and leaves what others made due", async () => {
      const [bought, clock, waiting] = users
      await placeOrder(db, "order_before", customerOf(bought ?? ""), "gold")
      await db("discord_membership")
        .where({ account_id: `dacc_${clock}` })
        .update({ recheck_at: new Date(Date.now() - 1000) })
      await markDue(db, { kind: "clock" }, PRIORITY.bulk)
      await db("discord_membership")
        .where({ account_id: `dacc_${waiting}` })
        .update({ status: "waiting_for_admin", error_owner: "admin" })
      const { run_id } = await edit(gives("gold", "b"))
      await markOwners(db, run_id ?? "")
      await runs.cancel(run_id ?? "")
      const left = await db("discord_membership")
        .whereNotNull("next_attempt_at")
        .orderBy("account_id")
        .pluck<string[]>("account_id")
      expect(left).toEqual([bought, clock, waiting].map((user) => `dacc_${user}`))
      expect(await retrieve(run_id)).toMatchObject({
        status: "canceled",
        message: expect.stringContaining("keep the roles they have") as string,
        can_resume: true,
      })
      await expect(runs.cancel(run_id ?? "")).rejects.toThrow(/is canceled/)
    })

    it("keeps the time at which a role will end", async () => {
      const ends = new Date(Date.now() + 3_600_000)
      await db("discord_membership").update({ recheck_at: ends })
      const { run_id } = await edit(gives("gold", "b"))
      await markOwners(db, run_id ?? "")
      await runs.cancel(run_id ?? "")
      expect(await db("discord_membership").distinct("recheck_at")).toEqual([{ recheck_at: ends }])
    })

    it("goes on from there when it is resumed, in the marking too", async () => {
      const { run_id } = await edit(gives("gold", "b"))
      let sets = 0
      await markOwners(db, run_id ?? "", () => sets++ < 1)
      await runs.cancel(run_id ?? "")
      expect(await due()).toBe(0)
      expect(await runs.resume(run_id ?? "")).toBe("role_mapping")
      await runs.stop()
      expect(await due()).toBe(OWNERS)
      expect(await retrieve(run_id)).toMatchObject({ status: "running", total: OWNERS })
      await expect(runs.resume(run_id ?? "")).rejects.toThrow(/only one that was canceled/)
    })
  })

  describe("a run whose marking cannot go on", () => {
    const stuck = async (): Promise<string> => {
      const { run_id } = await edit(gives("gold", "b"))
      await db("discord_sync_run").where({ id: run_id }).update({ cursor: "no position" })
      return run_id ?? ""
    }

    it("fails with why, keeps no other from its end, and goes on when it is resumed", async () => {
      const id = await stuck()
      const { run_id: other } = await edit(gives("gold", "b", "c"))
      await runs.sweep()
      expect(await retrieve(id)).toMatchObject({
        status: "failed",
        message: expect.stringContaining("Stopped by an error") as string,
        error_message: expect.stringContaining("SyntaxError") as string,
        can_cancel: false,
        can_resume: true,
      })
      expect((await retrieve(id))?.finished_at).not.toBeNull()
      expect(await db("discord_sync_run").where({ id: other }).whereNull("marked_at")).toEqual([])
      // Nobody goes on with it by themselves.
      await runs.sweep()
      expect(await retrieve(id)).toMatchObject({ status: "failed" })

      await db("discord_sync_run").where({ id }).update({ cursor: null })
      expect(await runs.resume(id)).toBe("role_mapping")
      await runs.stop()
      expect(await retrieve(id)).toMatchObject({ status: "running", error_message: null })
      expect(await db("discord_sync_run").where({ id }).whereNull("marked_at")).toEqual([])
      expect(await due()).toBeGreaterThanOrEqual(OWNERS)
    })

    it("fails as well when it is resumed and still cannot", async () => {
      const id = await stuck()
      await runs.sweep()
      expect(await runs.resume(id)).toBe("role_mapping")
      expect(await retrieve(id)).toMatchObject({ status: "failed" })
    })
  })

  testPreview(() => ({ db, users, due, gives }))
  testLosses(() => ({ db, users, edit, gives }))

  it("runs one order backfill at a time, and no second resumed beside it", async () => {
    const first = await runs.beginBackfill("user_admin", 10)
    await expect(runs.beginBackfill(null, 10)).rejects.toThrow(/being read already/)
    await runs.cancel(first)
    const second = await runs.beginBackfill(null, 10)
    await expect(runs.resume(first)).rejects.toThrow(/being read already/)
    expect(await runs.runningBackfill()).toMatchObject({ id: second, cursor: null })
  })
})
