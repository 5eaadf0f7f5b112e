import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepDeletedVariantsWorkflow } from "../workflows/catalogue"

/** Retires mappings of deleted variants whose event was lost. */
export default async function sweepDiscordDeletedVariants(
  container: MedusaContainer,
): Promise<void> {
  await sweepDeletedVariantsWorkflow(container).run()
}

export const config = { name: "sweep-discord-deleted-variants", schedule: "17 * * * *" }
