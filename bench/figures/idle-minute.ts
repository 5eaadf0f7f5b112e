import { setTimeout as sleep } from "node:timers/promises"
import { Cluster } from "../../integration-tests/helpers/store/cluster"
import { insertCrowd } from "../../integration-tests/helpers/engine/crowd"
import type { Figure } from "../figure"

const PEOPLE = 1_000_000
const CONNECTED = 52
const DISCONNECTED = 10
/** What has been swept before: the store is not new. */
const SWEPT = ["order", "proven_guests", "customer_deleted"]
/** Every chore of a minute has come once, and what the start was about is over. */
const SETTLE_MS = 75_000
const MINUTE_MS = 60_000

/** What a store on which nothing happens costs its database, with a million members who all have what they own. */
export const idleMinute: Figure = {
  name: "idle_minute_db_ms",
  measure: async (stage) => {
    stage.say("  migrating and seeding a store")
    const cluster = await Cluster.open(stage.serverUrl, stage.sandboxUrl)
    stage.atEnd(() => cluster.close())
    const { db } = cluster
    const servers = Array.from({ length: CONNECTED + DISCONNECTED }, (_, i) => `dserv_${i}`)
    await db("discord_server").insert(
      servers.map((id, i) => ({
        id,
        // The clock reads a time out of it.
        guild_id: `1${String(i).padStart(18, "0")}`,
        name: id,
        status: i < CONNECTED ? "connected" : "disconnected",
      })),
    )
    stage.say(`  inserting ${PEOPLE} members`)
    await insertCrowd(db, { people: PEOPLE, servers, withHistory: false })
    await db.raw(
      `insert into discord_watermark (id, name, at)
       select 'dmark_' || name, name, now() from unnest(cast(:sweeps as text[])) as name`,
      { sweeps: SWEPT },
    )
    await cluster.start("shared", null)
    await sleep(SETTLE_MS)
    const before = await activeMs(cluster)
    await sleep(MINUTE_MS)
    const value = (await activeMs(cluster)) - before
    await cluster.stopAll()
    return [{ name: "idle_minute_db_ms", value, unit: "ms", target: { at_most: 50 } }]
  },
}

/** Time that PostgreSQL has spent on the statements of all sessions of the store. */
async function activeMs({ db }: Cluster): Promise<number> {
  const { rows } = await db.raw<{ rows: { ms: number }[] }>(
    `select active_time as ms from pg_stat_database where datname = current_database()`,
  )
  return rows[0]?.ms ?? NaN
}
