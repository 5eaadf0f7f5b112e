import { setTimeout as sleep } from "node:timers/promises"
import type { SandboxClient } from "../../integration-tests/discord-sandbox"
import { eventually } from "../../integration-tests/helpers/eventually"
import { JOIN, PROMPT_REFUSALS } from "../../integration-tests/helpers/account/join-refusals"
import {
  customerOf,
  insertNewcomers,
  insertOwners,
  placeOrder,
} from "../../integration-tests/helpers/entitlement/owners"
import { markDue } from "../../src/modules/discord/membership/mark.store"
import { PRIORITY } from "../../src/modules/discord/statuses.rules"
import { percentile, type Figure } from "../figure"
import { heldSince } from "../held-since"
import type { Scene, Stage } from "../stage"
import { addServer, type BenchServer } from "../world"

const NEWCOMERS = 600
const BUYERS = 30
/** Against the ten seconds of a window this drifts, so that purchases come at every moment of it. */
const PAUSE_MS = 3_700
/** As long as Discord's own window, and wider: 600 are refused while the thirty buy, and whoever waits for it waits as long. */
const JOINS = { limit: 50, window_ms: 10_000 }
const ALL_REFUSED_IN_MS = 300_000
/** Gives no role: who owns it is as they should be. */
const VARIANT_WITHOUT_ROLE = "variant_without_role"

/** How long members wait for what they bought while Discord refuses to bring a crowd of newcomers into their server. */
export const servedBesideRefused: Figure = {
  name: `served_beside_${NEWCOMERS}_refused`,
  measure: async (stage) => {
    const waits = await stage.scene({ limits: { member_put: JOINS } }, (scene) =>
      membersBesideNewcomers(stage, scene),
    )
    return [
      {
        name: `served_beside_${NEWCOMERS}_refused_ms_p99`,
        value: percentile(waits, 0.99),
        unit: "ms",
        target: { at_most: 2000 },
      },
    ]
  },
}

/** Members buy one after another, while each newcomer who bought is refused, for one reason or another. */
async function membersBesideNewcomers(stage: Stage, scene: Scene): Promise<number[]> {
  const { control } = stage
  const { db, engine } = scene
  const server = await addServer(db, control, "one")
  const members = await control.addManyMembers(server.guildId, BUYERS)
  await insertOwners(db, { id: server.id, variantId: VARIANT_WITHOUT_ROLE }, members)
  await refuseJoins(control)
  await addDueNewcomers(stage, scene, server)
  const waits: number[] = []
  for (const [i, member] of members.entries()) {
    await sleep(PAUSE_MS)
    const tried = await countRefused(control)
    const bought = Date.now()
    engine.wake(await placeOrder(db, `order_${i}`, customerOf(member), server.second.variantId))
    const given = await heldSince(control, server, member)
    waits.push(Math.max(0, given - bought))
    stage.say(`  buyer ${i + 1} of ${BUYERS}, ${tried} refused before: ${waits.at(-1)} ms`)
  }
  await eventually(async () => {
    if ((await countRefused(control)) < NEWCOMERS) {
      throw new Error("Not every newcomer was refused")
    }
  }, ALL_REFUSED_IN_MS)
  return waits
}

/** No join succeeds, and each refusal comes as often as any other. */
async function refuseJoins(control: SandboxClient): Promise<void> {
  for (const [i, [, fault]] of PROMPT_REFUSALS.entries()) {
    // The first fault that fits is used: each gets an equal share of what those before it left.
    await control.addFault({ ...JOIN, ...fault, rate: 1 / (PROMPT_REFUSALS.length - i) })
  }
}

/** They are in another server, agreed to be brought into this one, and all wait for it at once. */
async function addDueNewcomers(
  { control }: Stage,
  { db, deps, engine }: Scene,
  { variantId }: BenchServer,
): Promise<void> {
  const elsewhere = await control.createGuild({ name: "elsewhere" })
  const userIds = await control.addManyMembers(elsewhere.id, NEWCOMERS)
  await insertNewcomers(deps, variantId, userIds)
  const owners = userIds.map((id) => ({ customer_id: customerOf(id), variant_id: variantId }))
  engine.wake(await markDue(db, { kind: "owners", owners }, PRIORITY.customer))
}

async function countRefused(control: SandboxClient): Promise<number> {
  const joins = await control.requests(JOIN)
  return new Set(joins.filter(({ status }) => status >= 400).map(({ user_id }) => user_id)).size
}
