import { configManager } from "@medusajs/framework/config"

/** Medusa's `workerMode`. */
export function workerMode(): string {
  return configManager.config.projectConfig.workerMode ?? "shared"
}

/** Whether this process does the store's background work: one that only answers requests (`server`) leaves it to workers. */
export function worksInBulk(): boolean {
  return workerMode() !== "server"
}

/**
 * How long nobody has swept, as far as a process knows when no sweep was heard of: it is about to sweep, unless it leaves that to
 * others. Then those have had since its start.
 */
export function unheardMs(): number {
  return worksInBulk() ? 0 : process.uptime() * 1000
}
