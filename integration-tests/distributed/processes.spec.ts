import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import { Cluster, type CrowdedServer } from "../helpers/store/cluster"
import { serverUrl } from "../helpers/store/database"
import type { DiscordWorld } from "../helpers/server/discord"
import { eventually } from "../helpers/eventually"
import { NO_REDIS, Redis, redisPath } from "../helpers/store/redis"
import { say } from "../helpers/say"
import type { StoreProcess } from "../helpers/store/store-process"

const SERVERS = ["alpha", "beta", "gamma", "delta"]
/** So many that the bulk work lasts, at Discord's own pace, until the other worker is there. */
const MEMBERS = 100
/** Discord's windows, shortened: what is waited for only. */
const QUICKLY = { scale: 0.1 }
const BULK_MS = 180_000
/** The engine's clock comes within a minute and some seconds, then the sweep looks. */
const CLOCK_MS = 150_000

if (redisPath() === null) {
  say(`Skipped: ${NO_REDIS}`)
}
const withRedis = redisPath() === null ? describe.skip : describe

withRedis("a store in several processes", () => {
  let cluster: Cluster
  let redis: Redis
  let front: StoreProcess
  let discord: DiscordWorld
  let servers: CrowdedServer[]

  beforeAll(async () => {
    redis = await Redis.start()
    cluster = await Cluster.open(serverUrl(), process.env.DISCORD_SANDBOX_URL ?? "")
    front = await cluster.start("server", redis)
    discord = await cluster.connectWorld(front)
    await discord.control.configure({ limits: {} })
    servers = await cluster.addCrowdedServers(discord, SERVERS, MEMBERS)
  }, 240_000)
  afterAll(async () => {
    await cluster.close()
    await redis.stop()
  }, 60_000)

  const everyoneIsDue = async () => {
    for (const { id } of servers) {
      await markDue(cluster.db, { kind: "server", server_id: id }, PRIORITY.bulk)
    }
  }
  /** Who was given a role, once for each time. */
  const given = async ({ guildId }: CrowdedServer, roleId: string) => {
    const events = await discord.control.memberEvents({ guild_id: guildId })
    return events
      .filter(({ type, role_id }) => type === "role_add" && role_id === roleId)
      .map(({ user_id }) => user_id)
      .sort()
  }
  const givenInAll = async () =>
    (await Promise.all(servers.map((server) => given(server, server.roleId)))).flat().length
  const laneOwners = async () =>
    new Set(await cluster.db("discord_lease").whereLike("id", "lane:%").pluck<string[]>("owner"))

  it("goes on when the worker that is at the bulk work is killed: every role right, none given twice, and buyers served", async () => {
    const buyer = await cluster.newBuyer(front, discord, "meanwhile")
    await everyoneIsDue()
    const killed = await cluster.start("worker", redis)
    await eventually(async () => expect((await laneOwners()).size).toBe(1), 90_000)
    const [owner] = await laneOwners()
    await cluster.start("worker", redis)
    const before = await givenInAll()
    expect(before).toBeLessThan(SERVERS.length * MEMBERS)
    await cluster.kill(killed)

    await buyer.customer.buy("Gold")
    await eventually(
      async () => expect(await discord.rolesOf(buyer.userId)).toEqual(["Gold"]),
      30_000,
    )
    await eventually(async () => {
      const owners = await laneOwners()
      expect(owners.has(owner ?? "")).toBe(false)
      expect(await givenInAll()).toBeGreaterThan(before)
    }, 30_000)
    await discord.control.configure({ limits: QUICKLY })
    await eventually(async () => expect(await givenInAll()).toBe(SERVERS.length * MEMBERS), BULK_MS)
    for (const server of servers) {
      expect(await given(server, server.roleId)).toEqual([...server.userIds].sort())
    }
  }, 400_000)

  it("finds an order whose event was lost with all of Redis, though no schedule is left and nobody restarts anything", async () => {
    const buyer = await cluster.newBuyer(front, discord, "lost")
    const workers = cluster.running("worker")
    // From the first sweep on, what is missed is found.
    await eventually(
      async () =>
        expect(await cluster.db("discord_watermark").where({ name: "order" })).toHaveLength(1),
      CLOCK_MS,
    )
    workers.forEach((worker) => worker.signal("SIGSTOP"))
    try {
      await buyer.customer.buy("Silver")
      await redis.flush()
    } finally {
      workers.forEach((worker) => worker.signal("SIGCONT"))
    }
    await eventually(
      async () => expect(await discord.rolesOf(buyer.userId)).toEqual(["Silver"]),
      CLOCK_MS,
    )
  }, 400_000)

  it("needs no shared locks: two processes that know nothing of each other's are hardly ever told to wait", async () => {
    await cluster.stopAll()
    await cluster.giveMore(servers)
    await everyoneIsDue()
    await discord.control.configure({ limits: { scale: 0.5 } })
    await discord.control.clearRequests()
    await Promise.all([cluster.start("shared", null), cluster.start("shared", null)])
    await eventually(async () => {
      const due = cluster.db("discord_membership").whereIn("status", ["due", "retrying"])
      expect(await due).toEqual([])
    }, BULK_MS)
    const requests = (await discord.control.requests()).filter(({ auth }) => auth === "bot")
    const refused = requests.filter(({ status }) => status === 429)
    say(`${refused.length} of ${requests.length} calls were answered 429`)
    expect(refused.length / requests.length).toBeLessThanOrEqual(0.001)
    for (const server of servers) {
      expect(await given(server, server.second.roleId)).toEqual([...server.userIds].sort())
    }
  }, 400_000)
})
