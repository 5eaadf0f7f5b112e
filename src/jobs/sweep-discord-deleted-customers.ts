import type { MedusaContainer } from "@medusajs/framework/types"
import { sweepDeletedCustomersWorkflow } from "../workflows/customer"

/** Erases deleted customers whose event was lost. */
export default async function sweepDiscordDeletedCustomers(
  container: MedusaContainer,
): Promise<void> {
  await sweepDeletedCustomersWorkflow(container).run()
}

export const config = { name: "sweep-discord-deleted-customers", schedule: "*/5 * * * *" }
