import { setTimeout as sleep } from "node:timers/promises"

const PAUSE_MS = 10

/**
 * Tries until it holds: waits no longer than needed, and fails with what was wrong last.
 *
 * @param check throws as long as the condition does not hold
 * @param timeoutMs how long to go on
 */
export async function eventually<T>(check: () => T | Promise<T>, timeoutMs = 10_000): Promise<T> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() > deadline) {
        throw error
      }
      await sleep(PAUSE_MS)
    }
  }
}
