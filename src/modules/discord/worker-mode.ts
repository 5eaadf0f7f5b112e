import { configManager } from "@medusajs/framework/config"

/** Whether this process does the store's background work: one that only answers requests (`server`) leaves it to workers. */
export function worksInBulk(): boolean {
  return configManager.config.projectConfig.workerMode !== "server"
}
