import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { refused } from "../refused"

const ONE_BACKFILL = "IDX_discord_sync_run_one_backfill"
const ONE_RECONCILE = "IDX_discord_sync_run_one_reconcile"

/**
 * Begins a run of which there may be one at a time. The database decides, so that two at once end in one run and one conflict.
 *
 * @throws MedusaError CONFLICT
 */
export async function oneOfAKind<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const constraint = error instanceof Error && "constraint" in error ? error.constraint : null
    if (constraint === ONE_BACKFILL) {
      throw refused(MedusaError.Types.CONFLICT, say("refusal.backfill_running"))
    }
    if (constraint === ONE_RECONCILE) {
      throw refused(MedusaError.Types.CONFLICT, say("refusal.reconcile_running"))
    }
    throw error
  }
}
