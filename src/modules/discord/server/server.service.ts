import type { APIGuildMember } from "discord.js"
import type { ServerCheck } from "./server-checks.rules"
import { readServerAgain } from "./server-refresh.service"
import { readServerFacts } from "./server-facts.service"
import {
  disconnectServer,
  previewDisconnect,
  type DisconnectPreview,
  type DisconnectRoles,
} from "./disconnect.store"
import { takeBackLeftovers } from "../role-test/leftover-roles.service"
import { readServerOverviews, type ServerOverview } from "./server-overview.service"
import { countMappings } from "./server-overview.store"
import { hastenLeftovers } from "../role-test/role-test.store"
import { changeServerSettings, type SettingsChange } from "./server-settings.store"
import { connectServer, type ConnectedServer } from "./server.store"
import type { SyncDeps } from "../engine/deps"
import type { SyncEngine } from "../engine/engine"

/** How a server comes to the store, is kept, and leaves. What changes what members should hold returns the servers to wake. */
export class ServerService {
  /** With a bot that fails in time: all of this is asked for by somebody who waits. */
  readonly #deps: SyncDeps
  readonly #engine: Pick<SyncEngine, "tryAgain">

  constructor(deps: SyncDeps, engine: Pick<SyncEngine, "tryAgain">) {
    this.#deps = { ...deps, bot: deps.bot.whileSomebodyWaits() }
    this.#engine = engine
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
    const guildId = await oauth.exchangeInstallCode(install.code, install.verifier)
    const facts = await readServerFacts(bot, guildId, { channels: true })
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
   * Reads a server from Discord again; what waited for the admin is tried once more, and so is what tests left behind. On one
   * that a refusal paused, one call is tried, and it goes on when that succeeds.
   *
   * @returns the health checks, and the servers that have work now
   * @throws MedusaError in words when Discord does not answer, or refuses
   */
  async refresh(
    serverId: string,
    guildId: string,
  ): Promise<{ checks: ServerCheck[]; server_ids: string[] }> {
    const read = await readServerAgain(this.#deps, serverId, guildId)
    await this.#engine.tryAgain(serverId)
    await hastenLeftovers(this.#deps.db, serverId)
    const server_ids = [...new Set([...read, ...(await takeBackLeftovers(this.#deps))])]
    const overview = (await this.readOverviews([serverId])).get(serverId)
    return { checks: overview?.checks ?? [], server_ids }
  }

  /** @see changeServerSettings */
  async changeSettings(
    id: string,
    change: Parameters<typeof changeServerSettings>[2],
  ): Promise<SettingsChange | null> {
    return changeServerSettings(this.#deps.db, id, change)
  }

  /** How servers are, by their ids, from what is stored. */
  async readOverviews(serverIds: readonly string[]): Promise<Map<string, ServerOverview>> {
    return readServerOverviews(this.#deps.db, serverIds)
  }

  /** How many variants give each role of a server, by the stored role's id. */
  async countMappings(serverId: string): Promise<Map<string, number>> {
    return countMappings(this.#deps.db, serverId)
  }

  /**
   * Members of a server whose user name or nickname starts with some letters.
   *
   * @throws DiscordFailure when Discord does not answer
   */
  async searchMembers(guildId: string, words: string, limit: number): Promise<APIGuildMember[]> {
    return this.#deps.bot.searchMembers(guildId, words, limit)
  }
}
