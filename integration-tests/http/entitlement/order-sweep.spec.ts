import { setTimeout as sleep } from "node:timers/promises"
import type {
  AdminDiscordActivity,
  AdminDiscordActivityListResponse,
  AdminDiscordApplicationResponse,
} from "../../../src/types/http"
import { sweepOrdersWorkflow } from "../../../src/workflows/entitlement"
import { connectedBuyer, type Buyer } from "../../helpers/account/buyers"
import { OrderAdmin } from "../../helpers/entitlement/order-admin"
import { OrderEvents } from "../../helpers/entitlement/order-events"
import { Statements } from "../../helpers/store/statements"
import { storeSuite, type Scene } from "../../helpers/store/suite"

const MINUTE_MS = 60_000
const LONGEST_TEST_MS = 20_000
const OWN_SWEEP_MS = 2_000

storeSuite("the sweep over orders", (scene) => {
  let events: OrderEvents
  let orderAdmin: OrderAdmin
  let buyer: Buyer

  beforeEach(async () => {
    const { admin, container, store } = scene()
    buyer = await connectedBuyer(scene(), { inServer: true })
    events = new OrderEvents(container)
    orderAdmin = new OrderAdmin(admin, store)
    await untilOwnSweepIsFar()
  })

  afterEach(async () => {
    events.hear(true)
    await scene().db.raw("drop trigger if exists refuse on discord_entitlement")
    await scene().db.raw(`drop index if exists "IDX_test_order", "IDX_test_payment_collection"`)
    await believeInOrders(scene(), 0)
  })

  it("begins with what happens from its first time on: what was before is the backfill's", async () => {
    const { db } = scene()
    await events.lost(async () => {
      await db("discord_watermark").delete()
      await buyer.customer.buy("Gold")
    })
    expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
    expect(await db("discord_entitlement")).toEqual([])
    expect(await watermarkOf(scene())).toBeInstanceOf(Date)
  })

  it("calls nobody for orders whose facts did not change", async () => {
    const { db, discord, settled } = scene()
    await sweep(scene())
    await settled(await buyer.customer.buy("Gold"))
    await discord.expectRoles(buyer.userId, ["Gold"])
    const before = await discord.now()
    const memberships = () => db("discord_membership").select("generation", "updated_at")
    const known = await memberships()
    expect(await sweep(scene())).toEqual({ looked_at: 1, synced: 0, failed: 0 })
    await settled()
    expect(await memberships()).toEqual(known)
    expect(await discord.control.requests({ since: before })).toEqual([])
  })

  it("looks once at each change of an order, though sweeps overlap", async () => {
    const { discord, settled } = scene()
    await sweep(scene())
    const order = await buyer.customer.buy("Gold")
    await settled(order)
    expect(await sweep(scene())).toEqual({ looked_at: 1, synced: 0, failed: 0 })
    expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
    await events.lost(() => orderAdmin.cancel(order))
    expect(await sweep(scene())).toEqual({ looked_at: 1, synced: 1, failed: 0 })
    await discord.expectRoles(buyer.userId, [])
    expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
  })

  it("finds what was committed only after the sweep that should have seen it", async () => {
    const { db, discord } = scene()
    await sweep(scene())
    const order = await events.lost(() => buyer.customer.buy("Gold"))
    // As if its transaction had begun well before the last sweep, and ended after it.
    const late = db.raw("now() - interval '90 seconds'")
    await db("order").where({ id: order }).update({ updated_at: late })
    await db("payment_collection").update({ updated_at: late })
    expect(await sweep(scene())).toMatchObject({ synced: 1 })
    await discord.expectRoles(buyer.userId, ["Gold"])
  })

  it("finds a refund behind pages of payments that belong to no order", async () => {
    const { db, discord } = scene()
    const order = await buyer.customer.buy("Gold")
    await orderAdmin.capture(order)
    await discord.expectRoles(buyer.userId, ["Gold"])
    await sweep(scene())
    await db.raw(
      `insert into payment_collection (id, currency_code, amount, raw_amount)
       select 'pay_col_00' || n, 'eur', 1, '{"value": "1"}' from generate_series(1, 450) n`,
    )
    await events.lost(() => orderAdmin.refund(order))
    expect(await sweep(scene())).toMatchObject({ synced: 1, failed: 0 })
    await discord.expectRoles(buyer.userId, [])
  })

  it("keeps an order that cannot be read for the next sweep, and goes on with the others", async () => {
    const { db, discord } = scene()
    await sweep(scene())
    const [refused, other] = await events.lost(async () => [
      await buyer.customer.buy("Gold"),
      await buyer.customer.buy("Bronze"),
    ])
    await refuseEntitlementsOf(scene(), refused)
    expect(await sweep(scene())).toMatchObject({ synced: 1, failed: 1 })
    await discord.expectRoles(buyer.userId, ["Bronze"])
    expect(await db("discord_entitlement").select("source_id")).toEqual([{ source_id: other }])

    // Long past both orders' last change: only what was kept leads back to them.
    await db("discord_watermark")
      .where({ name: "order" })
      .update({ at: db.raw("now() + interval '10 minutes'") })
    expect(await sweep(scene())).toEqual({ looked_at: 1, synced: 0, failed: 1 })
    // Told once, though it failed twice; the admin finds it by the order.
    const told = await failuresTold(scene(), `&order_id=${refused}`)
    expect(told).toMatchObject([{ trigger: `order ${refused}`, outcome: "failed" }])
    expect(told[0]?.message).toMatch(/this order is refused.*tried again each minute/)
    expect(told[0]?.message).not.toMatch(/insert into|select |\$1|discord_/i)
    expect(await failuresTold(scene())).toHaveLength(1)
    await db.raw("drop trigger refuse on discord_entitlement")
    expect(await sweep(scene())).toEqual({ looked_at: 1, synced: 1, failed: 0 })
    await discord.expectRoles(buyer.userId, ["Bronze", "Gold"])
    expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
  })

  it("leaves everything as it was when it cannot read at all, and does it the next time", async () => {
    const { db, discord } = scene()
    await sweep(scene())
    await events.lost(() => buyer.customer.buy("Gold"))
    const before = await watermarkOf(scene())
    await db.raw("alter table payment_collection rename to payment_collection_away")
    try {
      await expect(sweep(scene())).rejects.toBeDefined()
      await expect(sweep(scene())).rejects.toBeDefined()
    } finally {
      await db.raw("alter table payment_collection_away rename to payment_collection")
    }
    expect(await watermarkOf(scene())).toEqual(before)
    expect(await failuresTold(scene())).toMatchObject([
      { trigger: "orders", message: expect.stringContaining("Orders cannot be read") as string },
    ])
    expect(await sweep(scene())).toMatchObject({ synced: 1 })
    await discord.expectRoles(buyer.userId, ["Gold"])
  })

  describe("of a store with a million orders, as PostgreSQL believes", () => {
    beforeEach(async () => {
      await sweep(scene())
      await sweep(scene())
      await believeInOrders(scene(), 1_000_000)
    })

    const longAfterItWasMade = async () => {
      const { db } = scene()
      await db("discord_watermark")
        .where({ name: "order" })
        .update({ at: db.raw("now() + interval '10 minutes'") })
    }

    it("finds what was bought and refunded by its keys, and reads no table for that", async () => {
      const { db, databaseUrl, discord } = scene()
      const order = await events.lost(() => buyer.customer.buy("Gold"))
      const asked = new Statements(db, databaseUrl)
      await asked.during(async () => {
        expect(await sweep(scene())).toMatchObject({ synced: 1 })
      })
      await discord.expectRoles(buyer.userId, ["Gold"])
      expect(asked.texts.filter((sql) => /updated_at >= /.test(sql))).toEqual([])
      await events.lost(() => orderAdmin.capture(order))
      expect(await sweep(scene())).toMatchObject({ looked_at: 1, synced: 0 })
      await events.lost(() => orderAdmin.refund(order))
      expect(await sweep(scene())).toMatchObject({ synced: 1 })
      await discord.expectRoles(buyer.userId, [])
    })

    it("finds all the rest with the look at everything, once an hour", async () => {
      const { db, discord, settled } = scene()
      const order = await buyer.customer.buy("Gold")
      await settled(order)
      await discord.expectRoles(buyer.userId, ["Gold"])
      await events.lost(() => orderAdmin.cancel(order))
      await longAfterItWasMade()
      expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
      await discord.expectRoles(buyer.userId, ["Gold"])
      await db("discord_watermark")
        .where({ name: "orders_whole" })
        .update({ at: db.raw("now() - interval '61 minutes'") })
      expect(await sweep(scene())).toMatchObject({ synced: 1 })
      await discord.expectRoles(buyer.userId, [])
      expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
    })

    it("finds everything each minute as soon as both tables have their index, and tells of none missing", async () => {
      const { admin, db, discord, settled } = scene()
      const told = async () => {
        const { checks } = await admin.send<AdminDiscordApplicationResponse>(
          "/admin/discord/application",
        )
        return checks.flatMap(({ id, fix }) => (id === "missing_index" ? [fix] : []))
      }
      const order = await buyer.customer.buy("Gold")
      await settled(order)
      expect(await told()).toEqual([
        expect.stringMatching(/"order" \("updated_at"\); .*"payment_collection" \("updated_at"\);/),
      ])
      await db.raw(`create index "IDX_test_order" on "order" (updated_at) where deleted_at is null`)
      await events.lost(() => orderAdmin.cancel(order))
      await longAfterItWasMade()
      expect(await sweep(scene())).toEqual({ looked_at: 0, synced: 0, failed: 0 })
      await db.raw(`create index "IDX_test_payment_collection" on payment_collection (updated_at)`)
      expect(await told()).toEqual([])
      expect(await sweep(scene())).toMatchObject({ synced: 1 })
      await discord.expectRoles(buyer.userId, [])
    })
  })

  it("is done by one process at a time", async () => {
    await sweep(scene())
    await events.lost(() => buyer.customer.buy("Gold"))
    const before = await watermarkOf(scene())
    await scene().service.chores.alone("discord:sweep:orders", async () => {
      expect(await sweep(scene())).toBeNull()
    })
    expect(await watermarkOf(scene())).toEqual(before)
    expect(await sweep(scene())).toMatchObject({ synced: 1 })
  })
})

/** The store sweeps by itself with each full minute, and would find first what a test has prepared. */
async function untilOwnSweepIsFar(): Promise<void> {
  const leftMs = MINUTE_MS - (Date.now() % MINUTE_MS)
  if (leftMs < LONGEST_TEST_MS) {
    await sleep(leftMs + OWN_SWEEP_MS)
  }
}

async function sweep({ container }: Scene) {
  return (await sweepOrdersWorkflow(container).run()).result
}

/** What the admin's activity log says of sources that failed. */
async function failuresTold({ admin }: Scene, more = ""): Promise<AdminDiscordActivity[]> {
  const path = `/admin/discord/activity?action=source_failed${more}`
  return (await admin.send<AdminDiscordActivityListResponse>(path)).activity
}

async function watermarkOf({ db }: Scene): Promise<Date | undefined> {
  const [mark] = await db<{ at: Date }>("discord_watermark").where({ name: "order" })
  return mark?.at
}

/** How many rows PostgreSQL believes the tables of orders to have: what it has seen at its last `analyze`. */
async function believeInOrders({ db }: Scene, rows: number): Promise<void> {
  await db.raw(
    `update pg_class set reltuples = :rows
      where oid in ('"order"'::regclass, 'payment_collection'::regclass)`,
    { rows },
  )
}

/** PostgreSQL itself refuses to store anything of an order. */
async function refuseEntitlementsOf({ db }: Scene, orderId: string): Promise<void> {
  await db.raw(`create or replace function refuse() returns trigger language plpgsql as
    'begin raise exception ''this order is refused''; end'`)
  await db.raw(
    `create trigger refuse before insert on discord_entitlement
       for each row when (new.source_id = '${orderId}') execute function refuse()`,
  )
}
