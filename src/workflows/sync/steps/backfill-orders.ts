import { say, stored } from "../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { refusalOf } from "../../../modules/discord/refused"
import { wordsOf } from "../../../modules/discord/error-words.rules"
import { PRIORITY } from "../../../modules/discord/statuses.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import { syncOrderEntitlementsWorkflow } from "../../entitlement"
import { onceInCluster } from "../utils/once-in-cluster"

/** Orders after which the cursor is written: what a killed process repeats at most, and repeating changes nothing. */
const PIECE = 25
const LOCK = "discord:order-backfill"

/**
 * Reads orders in the order of their ids until there are none left, or the run is canceled. One process at a time; whoever
 * comes second leaves it to the first. Nothing undoes it: what is stored is what the orders say.
 */
export const backfillOrdersStep = createStep(
  "discord-backfill-orders",
  async (_input: undefined, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    if (await discord.syncRuns.runningBackfill()) {
      await onceInCluster(container, LOCK, async () => {
        while (await backfillPiece(container, discord)) {
          // Each piece looks anew whether the run is still wanted.
        }
      })
    }
    return new StepResponse(undefined)
  },
)

/** @returns whether there may be more */
async function backfillPiece(
  container: MedusaContainer,
  discord: DiscordModuleService,
): Promise<boolean> {
  const { syncRuns } = discord
  const run = await syncRuns.runningBackfill()
  if (!run) {
    return false
  }
  const order_ids = await ordersAfter(container, run.cursor)
  if (order_ids.length === 0) {
    await syncRuns.completeBackfill(run.id)
    return false
  }
  const since = new Date()
  let failed = 0
  for (const order_id of order_ids) {
    failed += (await isSynced(container, discord, order_id)) ? 0 : 1
  }
  return syncRuns.advanceBackfill(run.id, { order_ids, failed, since })
}

async function ordersAfter(container: MedusaContainer, cursor: string | null): Promise<string[]> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id"],
    filters: cursor === null ? {} : { id: { $gt: cursor } },
    pagination: { take: PIECE, skip: 0, order: { id: "ASC" } },
  })
  return data.map((order: { id: string }) => order.id)
}

/** One order that cannot be read must not keep the others from being read: the log tells of it. */
async function isSynced(
  container: MedusaContainer,
  discord: DiscordModuleService,
  order_id: string,
): Promise<boolean> {
  try {
    await syncOrderEntitlementsWorkflow(container).run({
      input: { order_id, priority: PRIORITY.bulk },
    })
    return true
  } catch (error) {
    const message = stored(wordsOf(error), refusalOf(error)) ?? say("sync_run.order_unread")
    await discord.activity.write({
      action: "source_failed",
      trigger: `order ${order_id}`,
      message,
    })
    return false
  }
}
