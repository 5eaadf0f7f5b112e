import { readFile } from "node:fs/promises"
import { setTimeout as sleep } from "node:timers/promises"
import type { Fault, SandboxClient } from "../../integration-tests/discord-sandbox"
import {
  customerOf,
  insertMembers,
  placeOrder,
} from "../../integration-tests/helpers/entitlement/owners"
import { eventually } from "../../integration-tests/helpers/eventually"
import { Cluster } from "../../integration-tests/helpers/store/cluster"
import type { StoreProcess } from "../../integration-tests/helpers/store/store-process"
import { readQueue } from "../../src/modules/discord/operations/metrics.store"
import { atMost, percentile, quantiles, type Figure } from "../figure"
import type { Stage } from "../stage"
import { addServer, type BenchServer } from "../world"

const MINUTES = Number(process.env.SOAK_MINUTES ?? 30)
const PER_SECOND = 20
const SERVERS = 50
const DRAINED_IN_MS = 300_000
/** Until then code and connections come to memory; what grows afterwards would go on growing. */
const WARM_UP_MINUTES = Math.min(5, MINUTES / 3)
/** A call in two hundred of each kind: one in fifty in all. */
const RATE = 0.005
const FAULTS: readonly Fault[] = [
  { status: 500 },
  { status: 502, apply: true },
  { drop: "before" },
  { drop: "after" },
]

interface Purchase {
  server: BenchServer
  userId: string
  /** Unix ms; 0 = not bought yet. */
  at: number
}

interface Minute {
  minute: number
  /** Resident memory of the store. */
  rss_mb: number
  /** Members with work that is due. */
  due: number
}

/**
 * A store that sells all the time, to members of fifty servers, while Discord fails now and then. An order is stored as the plugin
 * stores it: a checkout of Medusa's own takes a second of processor time, so that two cores do not come to twenty.
 */
export const soak: Figure = {
  name: "soak",
  isByHand: true,
  measure: async (stage) => {
    stage.say("  migrating and seeding a store")
    const cluster = await Cluster.open(stage.serverUrl, stage.sandboxUrl)
    stage.atEnd(() => cluster.close())
    const store = await cluster.start("shared", null)
    const discord = await cluster.connectWorld(store)
    const purchases = await plan(cluster, discord.control)
    for (const fault of FAULTS) {
      await discord.control.addFault({ ...fault, rate: RATE })
    }
    const minutes = await sell(stage, cluster, store, purchases)
    const drained = await drain(cluster)
    const { waits, wrong } = await compare(discord.control, purchases)
    const settled = minutes.filter(({ minute }) => minute > WARM_UP_MINUTES)
    const half = Math.floor(settled.length / 2)
    const rss = (some: Minute[]) =>
      percentile(
        some.map(({ rss_mb }) => rss_mb),
        0.5,
      )
    await cluster.stopAll()
    return [
      { name: "soak_purchases", value: purchases.length, unit: "count" },
      atMost("soak_wrong", wrong, "count", 0),
      atMost(
        "soak_rss_growth_mb",
        rss(settled.slice(half)) - rss(settled.slice(0, half)),
        "MB",
        20,
      ),
      {
        name: "soak_rss_mb_max",
        value: Math.max(...minutes.map((each) => each.rss_mb)),
        unit: "MB",
      },
      { name: "soak_due_max", value: Math.max(...minutes.map(({ due }) => due)), unit: "count" },
      { name: "soak_drained_ms", value: drained, unit: "ms" },
      ...quantiles("soak_wait_ms", waits),
    ]
  },
}

async function plan(cluster: Cluster, control: SandboxClient): Promise<Purchase[]> {
  const all = MINUTES * 60 * PER_SECOND
  const bySeller: Purchase[][] = []
  for (let i = 0; i < SERVERS; i++) {
    const server = await addServer(cluster.db, control, `soak_${i}`)
    const userIds = await control.addManyMembers(server.guildId, Math.ceil(all / SERVERS))
    await insertMembers(cluster.db, server, userIds)
    bySeller.push(userIds.map((userId) => ({ server, userId, at: 0 })))
  }
  // In turn, so that each server sells all the time.
  return Array.from(
    { length: all },
    (_, i) => bySeller[i % SERVERS]?.[Math.floor(i / SERVERS)],
  ).filter((purchase) => purchase !== undefined)
}

/** At an even pace, whatever becomes of them. @returns what was seen at the end of each minute */
async function sell(
  stage: Stage,
  cluster: Cluster,
  store: StoreProcess,
  purchases: Purchase[],
): Promise<Minute[]> {
  const minutes: Minute[] = []
  const begun = Date.now()
  for (const [i, purchase] of purchases.entries()) {
    await sleep(Math.max(0, begun + (i * 1000) / PER_SECOND - Date.now()))
    purchase.at = Date.now()
    const { userId, server } = purchase
    await placeOrder(cluster.db, `order_${userId}`, customerOf(userId), server.variantId)
    if ((i + 1) % (PER_SECOND * 60) === 0) {
      const minute = {
        minute: minutes.length + 1,
        rss_mb: await rssMb(store),
        due: await due(cluster),
      }
      minutes.push(minute)
      stage.say(`  ${JSON.stringify({ ...minute, late_ms: lateness(begun, i) })}`)
    }
  }
  return minutes
}

/** How far the seller is behind its own pace. */
function lateness(begun: number, i: number): number {
  return Math.max(0, Math.round(Date.now() - begun - (i * 1000) / PER_SECOND))
}

async function due({ db }: Cluster): Promise<number> {
  return (await readQueue(db)).reduce((sum, { depth }) => sum + depth, 0)
}

/** @returns ms until nothing was due any more */
async function drain(cluster: Cluster): Promise<number> {
  const begun = Date.now()
  await eventually(async () => {
    const waiting = await cluster
      .db("discord_membership")
      .whereRaw("generation > synced_generation")
      .count<{ count: string }[]>()
    if (waiting[0]?.count !== "0") {
      throw new Error(`${waiting[0]?.count} members are not served`)
    }
  }, DRAINED_IN_MS)
  return Date.now() - begun
}

/** @returns how long each waited, and how many did not get their role, or got it more than once */
async function compare(
  control: SandboxClient,
  purchases: readonly Purchase[],
): Promise<{ waits: number[]; wrong: number }> {
  const given = new Map<string, number[]>()
  for (const { user_id, type, role_id, at } of await control.memberEvents()) {
    if (type === "role_add") {
      const key = `${user_id}:${role_id}`
      given.set(key, [...(given.get(key) ?? []), at])
    }
  }
  const waits: number[] = []
  let wrong = 0
  for (const { userId, server, at } of purchases) {
    const times = given.get(`${userId}:${server.roleId}`) ?? []
    const [first] = times
    if (first === undefined || times.length > 1) {
      wrong++
    } else {
      waits.push(Math.max(0, first - at))
    }
  }
  return { waits, wrong }
}

/** @see man 5 proc: `VmRSS` in kB */
async function rssMb({ pid }: StoreProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8")
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kilobytes === undefined) {
    throw new Error("The store has ended")
  }
  return Math.round(Number(kilobytes) / 102.4) / 10
}
