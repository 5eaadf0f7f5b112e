import { setTimeout as sleep } from "node:timers/promises"
import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import type { Figure } from "../figure"
import { GuideBot } from "../guide-bot"
import type { Scene, Stage } from "../stage"
import { addOwners, addServer, type BenchServer } from "../world"

const SERVERS = 60
/** More than Discord lets through in the time. */
const MEMBERS_EACH = 60
const GLOBAL_LIMIT = 50
const MEASURED_MS = 25_000
/** Discord is not next door. */
const LATENCY_MS = 50

/** How much of Discord's global limit is used when many servers have work, all at Discord's own limits. */
export const manyServers: Figure = {
  name: "many_servers_utilisation",
  measure: async (stage) => {
    const options = { latency_ms: LATENCY_MS, requestsPerSecond: GLOBAL_LIMIT }
    const engine = await stage.scene(options, (scene) => backfill(stage, scene))
    const baseline = await stage.scene(options, (scene) => oneByOne(stage, scene))
    return [
      {
        name: "many_servers_utilisation",
        value: engine.utilisation,
        unit: "share",
        target: { at_least: 0.9 },
      },
      {
        name: "many_servers_429s",
        value: engine.rateLimited,
        unit: "responses",
        target: { at_most: 0 },
      },
      { name: "many_servers_changes_per_s", value: engine.changesPerSecond, unit: "changes/s" },
      { name: "baseline_many_servers_utilisation", value: baseline.utilisation, unit: "share" },
      {
        name: "baseline_many_servers_changes_per_s",
        value: baseline.changesPerSecond,
        unit: "changes/s",
      },
    ]
  },
}

async function backfill(stage: Stage, { db, engine }: Scene): Promise<Traffic> {
  const servers = await addServers(stage, db)
  for (const { id } of servers) {
    await markDue(db, { kind: "server", server_id: id }, PRIORITY.bulk)
  }
  return trafficOf(stage, async () => {
    engine.wake(servers.map(({ id }) => id))
    await sleep(MEASURED_MS)
  })
}

/** Turn about, which suits the baseline best: no server's limit stands in the way of the next. */
async function oneByOne(stage: Stage, { db }: Scene): Promise<Traffic> {
  const servers = await addServers(stage, db)
  const members = await Promise.all(
    servers.map(async (server) => ({
      server,
      userIds: (await stage.control.members(server.guildId)).map(({ user_id }) => user_id),
    })),
  )
  const bot = new GuideBot(stage.sandboxUrl)
  return trafficOf(stage, async () => {
    const end = Date.now() + MEASURED_MS
    for (let turn = 0; turn < MEMBERS_EACH; turn++) {
      for (const { server, userIds } of members) {
        if (Date.now() >= end) {
          return
        }
        await bot.giveRole(server.guildId, userIds[turn] ?? "", server.roleId)
      }
    }
  })
}

async function addServers({ control }: Stage, db: Scene["db"]): Promise<BenchServer[]> {
  const servers: BenchServer[] = []
  for (let i = 0; i < SERVERS; i++) {
    const server = await addServer(db, control, `s${i}`)
    await addOwners(db, control, server, MEMBERS_EACH)
    servers.push(server)
  }
  return servers
}

interface Traffic {
  utilisation: number
  changesPerSecond: number
  rateLimited: number
}

/** What reached Discord in the time, from the first request on. */
async function trafficOf({ control }: Stage, act: () => Promise<void>): Promise<Traffic> {
  await control.clearRequests()
  await act()
  const all = (await control.requests()).filter(({ auth }) => auth === "bot")
  const begun = Math.min(...all.map(({ at }) => at))
  const requests = all.filter(({ at }) => at < begun + MEASURED_MS)
  const seconds = MEASURED_MS / 1000
  return {
    utilisation: requests.length / (GLOBAL_LIMIT * seconds),
    changesPerSecond:
      requests.filter(({ method, status }) => method !== "GET" && status < 300).length / seconds,
    rateLimited: requests.filter(({ status }) => status === 429).length,
  }
}
