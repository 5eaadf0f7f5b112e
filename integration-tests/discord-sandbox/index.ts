import { SandboxClient } from "./client"
import { Sandbox, type SandboxSettings } from "./sandbox"
import { closeServer, listen, sandboxServer } from "./server"

export { SandboxClient } from "./client"
export type { Fault } from "./api/faults"
export type { RateLimitSettings } from "./api/rate-limits"

export type { LogEntry } from "./api/requests/request-log"
export type * from "./control/types"

export interface SandboxOptions extends SandboxSettings {
  /** 0, the default, takes a free port. */
  port?: number
}

export interface DiscordSandbox {
  url: string
  /** For `new REST({ api })`; the version is appended by the client. */
  apiUrl: string
  /** Where `/oauth2/authorize` is. */
  webUrl: string
  control: SandboxClient
  close(): Promise<void>
}

/**
 * Starts a small Discord on loopback.
 *
 * @example
 * const discord = await startDiscordSandbox({ limits: { scale: 0.1 } })
 * const app = await discord.control.createApplication({ redirect_uris: ["http://localhost/callback"] })
 * const rest = new REST({ api: discord.apiUrl }).setToken(app.bot_token)
 */
export async function startDiscordSandbox(options: SandboxOptions = {}): Promise<DiscordSandbox> {
  const { port = 0, ...settings } = options
  const sandbox = new Sandbox(settings)
  const server = sandboxServer(sandbox)
  const url = await listen(server, port)
  sandbox.gateway.listenOn(server, url)
  return {
    url,
    apiUrl: `${url}/api`,
    webUrl: url,
    control: new SandboxClient(url),
    close: () => {
      sandbox.gateway.reset()
      return closeServer(server)
    },
  }
}
