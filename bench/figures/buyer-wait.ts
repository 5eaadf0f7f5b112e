import { setTimeout as sleep } from "node:timers/promises"
import type { SandboxClient } from "../../integration-tests/discord-sandbox"
import { linkUser } from "../../integration-tests/helpers/account/linked-user"
import { customerOf, placeOrder } from "../../integration-tests/helpers/entitlement/owners"
import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import { percentile, type Figure } from "../figure"
import { GuideBot } from "../guide-bot"
import { heldSince } from "../held-since"
import type { Scene, Stage } from "../stage"
import { addOwners, addServer, type BenchServer } from "../world"

const BACKLOG = 10_000
const PURCHASES = 20
/** Against the ten seconds of a window this drifts, so that purchases come at every moment of it. */
const PAUSE_MS = 4_300
const WINDOW_MS = 10_000
/** Both buckets of a server together, at Discord's own limits. */
const CHANGES_PER_WINDOW = 20
const BASELINE_BACKLOG = 200

/** How long buyers wait for what they bought while a backfill fills a server's limits to the brim. */
export const buyerWait: Figure = {
  name: "buyer_wait",
  measure: async (stage) => {
    const engine = await stage.scene({}, (scene) => buyersInBackfill(stage, scene))
    const baseline = await stage.scene({ limits: { scale: 0.1 } }, (scene) =>
      buyerBehindBackfill(stage, scene),
    )
    return [
      {
        name: "buyer_wait_ms_p99_under_backfill",
        value: percentile(engine.waits, 0.99),
        unit: "ms",
        target: { at_most: 1000 },
      },
      {
        name: "buyer_wait_ms_p50_under_backfill",
        value: percentile(engine.waits, 0.5),
        unit: "ms",
      },
      {
        name: "backfill_bucket_utilisation_with_buyers",
        value: engine.utilisation,
        unit: "share",
        target: { at_least: 0.9 },
      },
      {
        name: `baseline_buyer_wait_ms_behind_${BASELINE_BACKLOG}_scaled_10_per_1s`,
        value: baseline,
        unit: "ms",
      },
    ]
  },
}

interface Sale {
  waits: number[]
  utilisation: number
}

/** Members buy a second role, and new people buy and are joined, while everyone else's first role is due. */
async function buyersInBackfill(stage: Stage, scene: Scene): Promise<Sale> {
  const { control } = stage
  const { db, engine, deps } = scene
  const server = await addServer(db, control, "one")
  const members = await addOwners(db, control, server, BACKLOG)
  const buyers = await buyersOf(scene, control, members)
  const begun = Date.now()
  engine.wake(await markDue(db, { kind: "server", server_id: server.id }, PRIORITY.bulk))
  const waits: number[] = []
  for (const [i, buyer] of buyers.entries()) {
    await sleep(PAUSE_MS)
    const bought = Date.now()
    const { variantId } = server.second
    engine.wake(await placeOrder(deps.db, `order_${i}`, buyer.customerId, variantId))
    const given = await heldSince(control, server, buyer.userId)
    waits.push(Math.max(0, given - bought))
    stage.say(`  buyer ${i + 1} of ${buyers.length}: ${waits.at(-1)} ms`)
  }
  return { waits, utilisation: await bulkUtilisation(control, server, begun) }
}

interface Buyer {
  customerId: string
  userId: string
}

async function buyersOf(
  { deps }: Scene,
  control: SandboxClient,
  members: string[],
): Promise<Buyer[]> {
  const buyers: Buyer[] = []
  for (let i = 0; i < PURCHASES; i++) {
    const isMember = i % 2 === 0
    const customerId = `cus_buyer_${i}`
    // The last of the backlog: none of them is served before they buy.
    const memberId = members[members.length - 1 - i] ?? ""
    buyers.push(
      isMember
        ? { customerId: customerOf(memberId), userId: memberId }
        : { customerId, userId: await linkUser(deps, control, customerId) },
    )
  }
  return buyers
}

/** Share of the two buckets' slots that were taken, in whole windows since the backfill began. */
async function bulkUtilisation(
  control: SandboxClient,
  { guildId }: BenchServer,
  begun: number,
): Promise<number> {
  const windows = Math.floor((Date.now() - begun) / WINDOW_MS)
  const changes = (await control.requests({ guild_id: guildId })).filter(
    ({ at, method, route, status }) =>
      at < begun + windows * WINDOW_MS &&
      status < 300 &&
      (method === "PATCH" || route.endsWith("/roles/:role")),
  )
  return changes.length / (windows * CHANGES_PER_WINDOW)
}

/** The usual `members.forEach(member => member.roles.add(role))`, and then somebody buys. */
async function buyerBehindBackfill(stage: Stage, { db }: Scene): Promise<number> {
  const { control } = stage
  const { guildId, roleId, second } = await addServer(db, control, "one")
  const members = await control.addManyMembers(guildId, BASELINE_BACKLOG + 1)
  const [buyer = "", ...others] = members
  const bot = new GuideBot(stage.sandboxUrl)
  const backfill = others.map((userId) => bot.giveRole(guildId, userId, roleId))
  const bought = Date.now()
  await bot.giveRole(guildId, buyer, second.roleId)
  const wait = Date.now() - bought
  await Promise.all(backfill)
  return wait
}
