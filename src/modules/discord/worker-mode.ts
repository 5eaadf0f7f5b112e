import { configManager } from "@medusajs/framework/config"

/** Medusa's `workerMode`. */
export function workerMode(): string {
  return configManager.config.projectConfig.workerMode ?? "shared"
}

/** Whether this process does the store's background work: one that only answers requests (`server`) leaves it to workers. */
export function worksInBulk(): boolean {
  return workerMode() !== "server"
}
