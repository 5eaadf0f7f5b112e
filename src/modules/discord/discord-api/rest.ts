import { REST } from "discord.js"
import type { DiscordOptions } from "../options"

const TIMEOUT_MS = 10_000

/**
 * The HTTP client. It waits for nothing and retries nothing: a failure goes back to its row, so that one slow bucket never
 * holds up another server, and a killed process leaves no hidden queue.
 *
 * @see https://discord.js.org/docs/packages/rest/stable
 */
export function createRest(options: Pick<DiscordOptions, "apiUrl" | "requestsPerSecond">): REST {
  return new REST({
    api: options.apiUrl,
    version: "10",
    globalRequestsPerSecond: options.requestsPerSecond,
    retries: 0,
    timeout: TIMEOUT_MS,
    rejectOnRateLimit: () => true,
    userAgentAppendix: "medusa-plugin-discord-roles",
  })
}

/** Stops the client's own timers, which would otherwise keep a process alive. */
export function closeRest(rest: REST): void {
  rest.clearHashSweeper()
  rest.clearHandlerSweeper()
}
