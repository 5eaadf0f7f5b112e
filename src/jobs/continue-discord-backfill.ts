import type { MedusaContainer } from "@medusajs/framework/types"
import { backfillOrdersWorkflow } from "../workflows/sync"

/** Goes on with an order backfill whose process died, from where it was left. */
export default async function continueDiscordBackfill(container: MedusaContainer): Promise<void> {
  await backfillOrdersWorkflow(container).run()
}

export const config = { name: "continue-discord-backfill", schedule: "* * * * *" }
