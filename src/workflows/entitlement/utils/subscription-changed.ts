import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { syncSubscriptionEntitlementsWorkflow } from "../workflows/sync-subscription-entitlements"

/**
 * Syncs the subscriptions that an event told of. A record that cannot be read or understood has been told of by then, and a
 * sweep looks at it again.
 *
 * @throws what is no fault of the record's
 */
export async function subscriptionRecordChanged(
  container: MedusaContainer,
  { source, ids, event }: { source: string; ids: string[]; event: string },
): Promise<void> {
  const deleted = event.endsWith(".deleted")
  for (const id of ids) {
    try {
      await syncSubscriptionEntitlementsWorkflow(container).run({ input: { source, id, deleted } })
    } catch (error) {
      if (!isOfTheRecord(error)) {
        throw error
      }
    }
  }
}

function isOfTheRecord(error: unknown): boolean {
  const types: string[] = [MedusaError.Types.INVALID_DATA, MedusaError.Types.NOT_FOUND]
  return MedusaError.isMedusaError(error) && types.includes(error.type)
}
