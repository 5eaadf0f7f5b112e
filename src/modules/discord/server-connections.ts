import type { AdminDesk } from "./admin-desk"
import type { ServerCheck } from "./domain/server-checks"
import { readServerAgain } from "./server-refresh"
import { readServerFacts } from "./servers"
import {
  disconnectServer,
  previewDisconnect,
  type DisconnectPreview,
  type DisconnectRoles,
} from "./store/disconnect"
import { changeServerSettings, type SettingsChange } from "./store/server-settings"
import { connectServer, type ConnectedServer } from "./store/servers"
import type { SyncDeps } from "./sync/deps"

/** How a server comes to the store, is kept, and leaves. What changes what members should hold returns the servers to wake. */
export class ServerConnections {
  readonly #deps: SyncDeps
  readonly #desk: AdminDesk

  constructor(deps: SyncDeps, desk: AdminDesk) {
    this.#deps = deps
    this.#desk = desk
  }

  /**
   * Connects the server the bot was just installed in, or connects it again.
   *
   * @throws DiscordFailure for a wrong code, or when the bot cannot read the server
   */
  async connect(install: {
    code: string
    verifier: string
    actor_id: string
  }): Promise<ConnectedServer> {
    const { oauth, bot } = this.#deps
    const guild = await oauth.exchangeInstallCode(install.code, install.verifier)
    const facts = await readServerFacts(bot, guild.id, { channels: true })
    return connectServer(this.#deps.db, facts, install.actor_id)
  }

  /** @see disconnectServer */
  async disconnect(
    serverId: string,
    choice: { roles: DisconnectRoles; actor_id: string | null },
  ): Promise<string[]> {
    return disconnectServer(this.#deps.db, serverId, choice)
  }

  /** Whom disconnecting a server would concern. */
  async previewDisconnect(serverId: string): Promise<DisconnectPreview> {
    return previewDisconnect(this.#deps.db, serverId)
  }

  /**
   * Reads a server from Discord again; what waited for the admin is tried once more.
   *
   * @returns the health checks, and the servers that have work now
   * @throws MedusaError UNEXPECTED_STATE in words when Discord does not answer
   */
  async refresh(
    serverId: string,
    guildId: string,
  ): Promise<{ checks: ServerCheck[]; server_ids: string[] }> {
    const server_ids = await readServerAgain(this.#deps, serverId, guildId)
    const overview = (await this.#desk.readOverviews([serverId])).get(serverId)
    return { checks: overview?.checks ?? [], server_ids }
  }

  /** @see changeServerSettings */
  async changeSettings(
    id: string,
    change: Parameters<typeof changeServerSettings>[2],
  ): Promise<SettingsChange | null> {
    return changeServerSettings(this.#deps.db, id, change)
  }
}
