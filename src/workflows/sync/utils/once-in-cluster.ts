import type { ILockingModule, Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/** Seconds: the shortest that every locking provider accepts. */
const PATIENCE = 1

/**
 * Does a job that one process at a time may do, in all the store's processes.
 *
 * @returns null when another process is at it
 * @throws what the job throws
 */
export async function onceInCluster<Result>(
  container: MedusaContainer,
  key: string,
  job: () => Promise<Result>,
): Promise<Result | null> {
  let isOurs = false
  try {
    return await container.resolve<ILockingModule>(Modules.LOCKING).execute(
      key,
      () => {
        isOurs = true
        return job()
      },
      { timeout: PATIENCE },
    )
  } catch (error) {
    if (isOurs) {
      throw error
    }
    // Whether it is held or the locks are out of reach looks the same from here.
    container
      .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
      .info(`discord: ${key} is left to another process: ${String(error)}`)
    return null
  }
}
