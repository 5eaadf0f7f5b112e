import { setTimeout as sleep } from "node:timers/promises"
import type { DiscordWorld } from "../../integration-tests/helpers/server/discord"
import { eventually } from "../../integration-tests/helpers/eventually"
import { Cluster, type CrowdedServer } from "../../integration-tests/helpers/store/cluster"
import { NO_REDIS, Redis, redisPath } from "../../integration-tests/helpers/store/redis"
import type { StoreProcess } from "../../integration-tests/helpers/store/store-process"
import { GATEWAY_LEASE } from "../../src/modules/discord/gateway/gateway-state.store"
import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import { atMost, percentile, type Figure, type Measure } from "../figure"
import type { Stage } from "../stage"

const SERVERS = ["one", "two", "three", "four", "five"]
/** More than a server's limits let through while it is measured. */
const MEMBERS = 600
const ROUNDS = 3
const LISTENS = { DISCORD_GATEWAY: "true" }
const BUYERS = 3
const PATIENCE_MS = 90_000
const LOOK_MS = 10
/** How long two processes are watched that share nothing but the database. */
const SHARED_MS = 45_000

/** How soon others go on when the worker is killed that has all the bulk work and listens to the gateway, and how long buyers wait then. */
export const takeoverAfterKill: Figure = {
  name: "takeover_after_kill",
  measure: async (stage) => {
    if (redisPath() === null) {
      throw new Error(NO_REDIS)
    }
    const redis = await Redis.start()
    stage.atEnd(() => redis.stop())
    return inCluster(stage, async (cluster) => {
      const front = await cluster.start("server", redis)
      const { discord, servers } = await crowd(cluster, front)
      const lanes: number[] = []
      const all: number[] = []
      const waits: number[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const buyers = await buyersOf(cluster, front, discord, `round${round}`)
        await allDue(cluster, servers)
        const killed = await cluster.start("worker", redis, LISTENS)
        await eventually(async () => {
          const owned = await owners(cluster)
          if (owned.size < servers.length + 1 || !owned.has(GATEWAY_LEASE)) {
            throw new Error("The worker has not begun")
          }
        }, PATIENCE_MS)
        const next = await cluster.start("worker", redis, LISTENS)
        const before = await owners(cluster)
        await cluster.kill(killed)
        const at = Date.now()
        const [times, waited] = await Promise.all([
          takeovers(cluster, before, at),
          purchases(discord, buyers),
        ])
        const gateway = times.get(GATEWAY_LEASE) ?? NaN
        times.delete(GATEWAY_LEASE)
        lanes.push(...times.values())
        all.push(...times.values(), gateway)
        waits.push(...waited)
        stage.say(
          `  round ${round + 1}: lanes after ${[...times.values()].join(" ")} ms, the gateway after ${gateway} ms, buyers after ${waited.join(" ")} ms`,
        )
        await cluster.kill(next)
      }
      return [
        atMost("takeover_ms_p99", percentile(all, 0.99), "ms", 5_000),
        atMost("takeover_after_kill_ms_p99", percentile(lanes, 0.99), "ms", 5_000),
        atMost("buyer_wait_after_kill_ms_p99", percentile(waits, 0.99), "ms", 6_000),
      ]
    })
  },
}

/** What two processes do to Discord's limits that share nothing but the database: Medusa's locks are each one's own. */
export const twoProcesses: Figure = {
  name: "calls_429_two_processes_share",
  measure: (stage) =>
    inCluster(stage, async (cluster) => {
      const front = await cluster.start("shared", null)
      const { discord, servers } = await crowd(cluster, front)
      await cluster.stopAll()
      await allDue(cluster, servers)
      await discord.control.clearRequests()
      await Promise.all([cluster.start("shared", null), cluster.start("shared", null)])
      await sleep(SHARED_MS)
      const calls = (await discord.control.requests()).filter(({ auth }) => auth === "bot")
      const refused = calls.filter(({ status }) => status === 429).length
      stage.say(`  ${refused} of ${calls.length} calls`)
      return [atMost("calls_429_two_processes_share", refused / calls.length, "share", 0.001)]
    }),
}

async function inCluster(
  stage: Stage,
  act: (cluster: Cluster) => Promise<Measure[]>,
): Promise<Measure[]> {
  stage.say("  migrating and seeding a store")
  const cluster = await Cluster.open(stage.serverUrl, stage.sandboxUrl)
  stage.atEnd(() => cluster.close())
  const measures = await act(cluster)
  await cluster.stopAll()
  return measures
}

async function crowd(
  cluster: Cluster,
  by: StoreProcess,
): Promise<{ discord: DiscordWorld; servers: CrowdedServer[] }> {
  const discord = await cluster.connectWorld(by)
  await discord.control.configure({ limits: {} })
  const servers = await cluster.addCrowdedServers(discord, SERVERS, MEMBERS)
  return { discord, servers: [...servers, await cluster.crowdWorld(discord, MEMBERS)] }
}

async function allDue({ db }: Cluster, servers: readonly CrowdedServer[]): Promise<void> {
  for (const { id } of servers) {
    await markDue(db, { kind: "server", server_id: id }, PRIORITY.bulk)
  }
}

/** Who has each server's bulk work, and who listens to the gateway. */
async function owners({ db }: Cluster): Promise<Map<string, string>> {
  const leases = await db<{ id: string; owner: string }>("discord_lease")
    .whereLike("id", "lane:%")
    .orWhere("id", GATEWAY_LEASE)
  return new Map(leases.map(({ id, owner }) => [id, owner]))
}

/** Milliseconds until each lease is another process's. */
async function takeovers(
  cluster: Cluster,
  before: Map<string, string>,
  killedAt: number,
): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  while (times.size < before.size) {
    for (const [lease, owner] of await owners(cluster)) {
      if (before.has(lease) && before.get(lease) !== owner && !times.has(lease)) {
        times.set(lease, Date.now() - killedAt)
      }
    }
    if (Date.now() - killedAt > PATIENCE_MS) {
      throw new Error(`${before.size - times.size} leases were not taken over`)
    }
    await sleep(LOOK_MS)
  }
  return times
}

type Buyer = Awaited<ReturnType<Cluster["newBuyer"]>>

async function buyersOf(
  cluster: Cluster,
  by: StoreProcess,
  discord: DiscordWorld,
  round: string,
): Promise<Buyer[]> {
  const buyers: Buyer[] = []
  for (let i = 0; i < BUYERS; i++) {
    buyers.push(await cluster.newBuyer(by, discord, `${round}buyer${i}`))
  }
  return buyers
}

/** Milliseconds from each cart's answer to the role in Discord. */
async function purchases(discord: DiscordWorld, buyers: readonly Buyer[]): Promise<number[]> {
  const { control, guildId, roles } = discord
  return Promise.all(
    buyers.map(async ({ customer, userId: user_id }) => {
      await customer.buy("Gold")
      const answered = Date.now()
      return eventually(async () => {
        const events = await control.memberEvents({ guild_id: guildId, user_id })
        const given = events.find(
          ({ type, role_id }) => type === "role_add" && role_id === roles.Gold,
        )
        if (!given) {
          throw new Error(`${user_id} does not hold Gold`)
        }
        return Math.max(0, given.at - answered)
      }, PATIENCE_MS)
    }),
  )
}
