import { setTimeout as sleep } from "node:timers/promises"
import type { Cluster } from "../../helpers/store/cluster"
import type { ConnectionLine } from "../../helpers/store/connection-line"
import type { Redis } from "../../helpers/store/redis"
import { say } from "../../helpers/say"

const REDIS_AWAY_MS = 2_000
const DATABASE_AWAY_MS = 20_000

interface Place {
  cluster: Cluster
  redis: Redis
  database: ConnectionLine
}

/** What happens while the store sells, each when so much of the work was asked for. */
export const DISASTERS: readonly { at: number; act: (place: Place) => Promise<void> }[] = [
  { at: 0.15, act: killWorker },
  { at: 0.25, act: flushRedis },
  { at: 0.35, act: killWorker },
  { at: 0.45, act: restartRedis },
  { at: 0.6, act: killWorker },
  { at: 0.7, act: loseDatabase },
  { at: 0.8, act: killWorker },
]

/** Any of them; another takes its place, as where stores are run. */
async function killWorker({ cluster, redis }: Place): Promise<void> {
  const workers = cluster.running("worker")
  const one = workers[Math.floor(Math.random() * workers.length)]
  if (!one) {
    throw new Error("No worker runs")
  }
  say("a worker is killed")
  await cluster.kill(one)
  await cluster.start("worker", redis)
}

async function flushRedis({ redis }: Place): Promise<void> {
  say("Redis is emptied")
  await redis.flush()
}

async function restartRedis({ redis }: Place): Promise<void> {
  say("Redis is restarted")
  await redis.restart(REDIS_AWAY_MS)
}

async function loseDatabase({ database }: Place): Promise<void> {
  say("PostgreSQL is away for 20 seconds")
  await database.cut()
  await sleep(DATABASE_AWAY_MS)
  await database.mend()
}
