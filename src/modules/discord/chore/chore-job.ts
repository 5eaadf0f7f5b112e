import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from ".."
import type DiscordModuleService from "../service"
import { registerChore, type Chore } from "./chore-registry"

/**
 * As Medusa's scheduler calls a job; whoever calls it by hand says nothing of a schedule. An interface, since declarations name it
 * where they would spell a type out, by packages that a store does not have.
 */
export interface Job {
  (container: MedusaContainer, call?: { scheduledFor?: Date }): Promise<void>
}

/**
 * The job of a chore. The scheduler and the engine's clock share it: it is done when the scheduler calls, and by the clock when
 * the scheduler does not, as when Redis has lost its schedules.
 */
export function choreJob(chore: Chore): Job {
  registerChore(chore)
  return async (container, call) => {
    const { clock } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    await (call?.scheduledFor ? clock.onSchedule(chore) : clock.now(chore))
  }
}
