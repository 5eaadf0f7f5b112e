import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"

/**
 * Does a job that one process at a time may do, in all the store's processes, by a lease in the database: Medusa's locks know of
 * one process only unless a store has configured another provider.
 *
 * @returns null when another process is at it
 * @throws what the job throws
 */
export async function onceInCluster<Result>(
  container: MedusaContainer,
  key: string,
  job: () => Promise<Result>,
): Promise<Result | null> {
  const done = await container.resolve<DiscordModuleService>(DISCORD_MODULE).chores.alone(key, job)
  if (done === null) {
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .debug(`discord: ${key} is left to another process`)
    return null
  }
  return done.result
}
