import type { MedusaContainer } from "@medusajs/framework/types"
import { readdirSync } from "node:fs"
import path from "node:path"
import { connectCart } from "../../helpers/account/carts"
import { guest } from "../../helpers/account/claim"
import { GROWING_TABLES, insertCrowd } from "../../helpers/engine/crowd"
import { say } from "../../helpers/say"
import { Statements } from "../../helpers/store/statements"
import { storeSuite, type Scene } from "../../helpers/store/suite"
import { ROOT } from "../../root"

const JOBS = path.join(ROOT, "src/jobs")
/** `PLANS_ROWS=1000000` for a look at a large store; then what each statement costs is printed. */
const PEOPLE = Number(process.env.PLANS_ROWS ?? 100_000)
/** More than anything that is asked for in the test is about. */
const MANY = PEOPLE / 20
const SEEDING_MS = 300_000 * Math.max(1, PEOPLE / 100_000)

type Job = (container: MedusaContainer) => Promise<void>

/** Every job there is: a new one is judged without being named here. */
function jobs(): Job[] {
  return readdirSync(JOBS)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      return (require(path.join(JOBS, file)) as { default: Job }).default
    })
}

/** A guest looks at the product, connects their cart and completes it. */
async function buyAsGuest(scene: Scene): Promise<void> {
  const { discord, store } = scene
  const shopper = guest(scene, "gina")
  const cartId = await shopper.fillCart([{ variant_id: store.variants.Gold, quantity: 1 }])
  const userId = await discord.createUser("gina")
  await connectCart(scene, shopper.http, cartId, userId)
  await shopper.http.send(`/store/products/${store.productId}/discord-roles?cart_id=${cartId}`)
  await shopper.http.send(`/store/carts/${cartId}/complete`, { method: "POST" })
  await discord.expectRoles(userId, ["Gold"])
}

storeSuite("what the store asks its database, with many of everything", (scene) => {
  it(
    "uses an index of every table that grows, in all jobs and in a customer's life",
    async () => {
      const { cancel, container, databaseUrl, db, discord, map, newBuyer, service, setUp } = scene()
      const serverId = await setUp()
      await db("discord_server").insert(
        ["paused", "disconnected"].map((status) => ({
          id: `dserv_${status}`,
          guild_id: status,
          name: status,
          status,
        })),
      )
      const servers = [serverId, "dserv_paused", "dserv_disconnected"]
      await insertCrowd(db, { people: PEOPLE, servers, withHistory: true })
      // Work that waits for the admin, and accounts that wait for a server that is gone.
      await db.raw(
        `update discord_membership set next_attempt_at = now(), generation = 2, status = 'waiting_for_admin', error_owner = 'admin'
          where server_id = 'dserv_paused' and id like '%1'`,
      )
      await db.raw(
        `with gone as (delete from discord_account_link where id like '%77' returning account_id)
         update discord_account set status = 'unlinked', updated_at = now() - interval '3 days'
          where id in (select account_id from gone)`,
      )
      await db.raw("vacuum analyze")

      const asked = new Statements(db, databaseUrl)
      const discordJobs = async () => {
        for (const job of jobs()) {
          await job(container)
        }
      }
      await asked.during(async () => {
        await discordJobs()
        const { customer, userId } = await newBuyer("buyer")
        await customer.connect(discord, userId)
        const order = await customer.buy("Gold")
        await discord.expectRoles(userId, ["Gold"])
        await buyAsGuest(scene())
        await customer.access()
        await customer.resync()
        await map({ Gold: ["Gold", "Silver"] })
        await discord.expectRoles(userId, ["Silver", "Gold"])
        await service.engine.sweep()
        await cancel(order)
        await discord.expectRoles(userId, [])
        await customer.disconnect()
        await service.engine.idle()
        await service.accounts.erase(customer.id)
        await discordJobs()
        await service.engine.idle()
      })

      // Nothing is judged that was not seen at work.
      expect(asked.texts.length).toBeGreaterThan(60)
      const growing: readonly string[] = GROWING_TABLES
      if (process.env.PLANS_ROWS) {
        say(JSON.stringify(await asked.costs(growing)))
      }
      const scans = (await asked.scans()).filter(({ tables }) =>
        tables.some((table) => growing.includes(table)),
      )
      expect(scans).toEqual([])
      const looks = await asked.looks(growing)
      expect(looks.length).toBeGreaterThan(60)
      expect(looks.filter(({ rows }) => rows > MANY)).toEqual([])
    },
    SEEDING_MS,
  )

  it("finds what goes with a deleted row by an index without conditions", async () => {
    const { rows: without } = await scene().db.raw<{ rows: unknown[] }>(
      `select con.conrelid::regclass::text as "table", con.conname as "key"
         from pg_constraint con
        where con.contype = 'f' and con.conrelid::regclass::text = any(:growing)
          and con.confrelid::regclass::text = any(:growing)
          and not exists (
            select 1 from pg_index i
             where i.indrelid = con.conrelid and i.indkey[0] = con.conkey[1] and i.indpred is null)`,
      { growing: [...GROWING_TABLES] },
    )
    expect(without).toEqual([])
  })
})
