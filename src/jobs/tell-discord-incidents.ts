import type { MedusaContainer } from "@medusajs/framework/types"
import { tellIncidentsWorkflow } from "../workflows/server"

/** Tells admins of servers that need them, and when they do not any more. */
export default async function tellDiscordIncidents(container: MedusaContainer): Promise<void> {
  await tellIncidentsWorkflow(container).run()
}

export const config = { name: "tell-discord-incidents", schedule: "* * * * *" }
