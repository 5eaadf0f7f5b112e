import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AdminDiscordSyncRunListResponse } from "../../../src/types/http"
import { orderChangesIdle } from "../../../src/workflows/entitlement/utils/order-changes"
import { connectedBuyer, type Buyer } from "../../helpers/account/buyers"
import { connect } from "../../helpers/store/database"
import { eventually } from "../../helpers/eventually"
import { OrderAdmin } from "../../helpers/entitlement/order-admin"
import { insertOwners } from "../../helpers/entitlement/owners"
import { storeSuite, type Scene } from "../../helpers/store/suite"

/** More than are marked in one transaction, so that the edit stops in the middle of its second. */
const OWNERS = 2_500
const DAY_MS = 24 * 3_600_000
/** In days; the clock's own tests are exact to a minute. */
const SHORTLY = 10 / (24 * 60)

storeSuite("what real carts buy of variants that are mapped", (scene) => {
  it("is served while an edit marks thousands of owners, and gives what the edit said", async () => {
    const { admin, discord, service, db, databaseUrl } = scene()
    const { customer, userId } = await connectedBuyer(scene(), { inServer: true })
    const patrons = await pausedServer(scene())
    const others = connect(databaseUrl, 1)
    const holder = await others.transaction()
    const history: string[] = []
    try {
      // Somebody else's transaction holds one owner: the marking waits there, with every lock that it ever has.
      await holder.raw("select 1 from discord_membership where id = ? for update", [patrons.last])
      await editGold(scene(), patrons.roleId)
      history.push("the edit was saved")
      await eventually(async () => expect(await waitingForLocks(db)).toBe(1), 30_000)
      expect(await markedOf(scene())).toBeGreaterThan(OWNERS / 2)
      history.push("the marking was in its second set")

      await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      history.push("a buyer held what they bought")
      expect(await waitingForLocks(db)).toBe(1)
      const { sync_runs } = await admin.send<AdminDiscordSyncRunListResponse>(
        "/admin/discord/sync-runs?kind=role_mapping&limit=1",
      )
      expect(sync_runs).toMatchObject([{ status: "running" }])
      expect(sync_runs[0]?.total).toBeLessThan(OWNERS)

      await holder.rollback()
      await eventually(async () => expect(await markedOf(scene())).toBe(OWNERS), 30_000)
      history.push("every owner was marked")
    } finally {
      if (!holder.isCompleted()) {
        await holder.rollback()
      }
      await others.destroy()
    }
    expect(history).toEqual([
      "the edit was saved",
      "the marking was in its second set",
      "a buyer held what they bought",
      "every owner was marked",
    ])
    // Who bought meanwhile is due in the new server as well: the edit was theirs too.
    const memberships = await service.listDiscordMemberships(
      { account: { discord_user_id: userId } },
      { relations: ["server"] },
    )
    expect(memberships.map(({ server }) => server.name).sort()).toEqual([
      "Patrons",
      "Test Community",
    ])
  })

  it("gives days of access: bought again before their end they go on, and they end on time", async () => {
    const { db, discord, service, settled } = scene()
    const { customer, userId } = await memberWithDays(scene())
    await settled(await customer.buy("Gold"))
    await discord.expectRoles(userId, ["Gold"])
    expect(await daysLeft(scene(), userId)).toBeCloseTo(30, 1)
    await pass(db, 10)
    await settled(await customer.buy("Gold"))
    expect(await daysLeft(scene(), userId)).toBeCloseTo(20, 1)

    // Shortly before the second thirty days are over, and shortly after.
    await pass(db, 50 - SHORTLY)
    await service.sweep()
    await settled()
    await service.engine.idle()
    expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    await pass(db, 2 * SHORTLY)
    await service.sweep()
    await discord.expectRoles(userId, [])

    // After the end they begin anew: from now on, not from the end.
    await pass(db, 5)
    await settled(await customer.buy("Gold"))
    await discord.expectRoles(userId, ["Gold"])
    expect(await daysLeft(scene(), userId)).toBeCloseTo(30, 1)
  })

  it("gives days of access for every piece: two pieces of 30 days are 60, and one that comes back takes its 30", async () => {
    const { admin, discord, settled, store } = scene()
    const { customer, userId } = await memberWithDays(scene())
    const order = await customer.buyItems([{ variant_id: store.variants.Gold, quantity: 2 }])
    await settled(order)
    await discord.expectRoles(userId, ["Gold"])
    expect(await daysLeft(scene(), userId)).toBeCloseTo(60, 1)

    const orderAdmin = new OrderAdmin(admin, store)
    await orderAdmin.capture(order)
    await orderAdmin.returnItems(order, "Gold", 1)
    await orderChangesIdle()
    await settled(order)
    expect(await daysLeft(scene(), userId)).toBeCloseTo(30, 1)
    await orderAdmin.edit(order, { Gold: 5 })
    await orderAdmin.capture(order)
    await orderChangesIdle()
    await settled(order)
    expect(await daysLeft(scene(), userId)).toBeCloseTo(120, 1)
  })

  it("adds up the pieces of several orders", async () => {
    const { db, discord, service, settled, store } = scene()
    const { customer, userId } = await memberWithDays(scene())
    for (const quantity of [1, 2]) {
      await settled(await customer.buyItems([{ variant_id: store.variants.Gold, quantity }]))
    }
    await pass(db, 90 - SHORTLY)
    await service.sweep()
    await settled()
    await service.engine.idle()
    expect(await discord.rolesOf(userId)).toEqual(["Gold"])
    await pass(db, 2 * SHORTLY)
    await service.sweep()
    await discord.expectRoles(userId, [])
  })

  it("extends nothing by what is suspended: its time runs on, and counts again once it is resumed", async () => {
    const { admin, db, discord, service, settled } = scene()
    const { customer, userId } = await memberWithDays(scene())
    const disputed = await customer.buy("Gold")
    await settled(disputed)
    await settled(await customer.buy("Gold"))
    await pass(db, 40)
    await service.sweep()
    await settled()
    await discord.expectRoles(userId, ["Gold"])
    const [entitlement] = await db<{ id: string }>("discord_entitlement").where({
      source_id: disputed,
    })
    const path = `/admin/discord/entitlements/${entitlement?.id ?? ""}`
    await admin.send(`${path}/suspend`, { body: { reason: "dispute" } })
    await discord.expectRoles(userId, [])
    await admin.send(`${path}/resume`, { method: "POST" })
    await discord.expectRoles(userId, ["Gold"])
    expect(await daysLeft(scene(), userId)).toBeCloseTo(20, 1)
  })
})

/** A connected member of the server, where a Gold lasts thirty days. */
async function memberWithDays(at: Scene): Promise<Buyer> {
  const buyer = await connectedBuyer(at, { inServer: true })
  await giveDays(at, 30)
  return buyer
}

/** A server nobody works at, so that its members stay as they were marked; owners of Gold are in it. */
async function pausedServer({ db, store }: Scene): Promise<{ roleId: string; last: string }> {
  const id = "dserv_patrons"
  await db("discord_server").insert({ id, guild_id: "1", name: "Patrons", status: "paused" })
  const role = { id: "drole_patron", role_id: "2", name: "Patron", position: 1, server_id: id }
  await db("discord_role").insert(role)
  const users = Array.from({ length: OWNERS }, (_, i) => `owner_${String(i).padStart(5, "0")}`)
  await insertOwners(db, { id, variantId: store.variants.Gold }, users)
  return { roleId: role.role_id, last: `dmem_${id}${users.at(-1) ?? ""}` }
}

async function editGold({ admin, discord, store }: Scene, roleId: string): Promise<void> {
  const roles = [{ role_id: discord.roles.Gold }, { role_id: roleId }]
  await admin.send(`/admin/products/${store.productId}/discord-roles`, {
    body: { variants: [{ variant_id: store.variants.Gold, roles }] },
  })
}

async function giveDays({ admin, discord, store }: Scene, access_days: number): Promise<void> {
  const roles = [{ role_id: discord.roles.Gold, access_days }]
  await admin.send(`/admin/products/${store.productId}/discord-roles`, {
    body: { variants: [{ variant_id: store.variants.Gold, roles }] },
  })
}

/**
 * Sessions of this database that wait for a row somebody else holds; but for the job of each minute, which takes its turn on
 * the run behind the marking.
 */
async function waitingForLocks(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { waiting: number }[] }>(
    `select count(*)::int as waiting from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'
        and query not like '%discord_sync_run%'`,
  )
  return rows[0]?.waiting ?? 0
}

async function markedOf({ db }: Scene): Promise<number> {
  const marked = db("discord_membership").where({ server_id: "dserv_patrons", status: "due" })
  return Number((await marked.whereLike("account_id", "dacc_owner%").count({ n: "*" }))[0]?.n)
}

/** Time passes, as far as the rows can tell: for the orders, too, that the entitlements are read from. */
async function pass(db: Knex, days: number): Promise<void> {
  for (const statement of [
    `update "order" set created_at = created_at - :days * interval '1 day'`,
    `update discord_entitlement set starts_at = starts_at - :days * interval '1 day'`,
    `update discord_membership set recheck_at = recheck_at - :days * interval '1 day'`,
  ]) {
    await db.raw(statement, { days })
  }
}

/** Days until time alone changes what a member holds. */
async function daysLeft({ membershipOf, service }: Scene, userId: string): Promise<number> {
  await service.engine.idle()
  const recheck = (await membershipOf(userId))?.recheck_at
  return recheck ? (recheck.getTime() - Date.now()) / DAY_MS : NaN
}
