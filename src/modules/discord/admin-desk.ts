import type { APIGuildMember } from "discord.js"
import { readApplicationFacts } from "./application"
import { applicationChecks, type ApplicationCheck } from "./domain/application-checks"
import { incidentNotice, type NoticeKind, type NoticeWords } from "./domain/incident-notice"
import type { RoleTestStep } from "./domain/role-test"
import type { DiscordOptions } from "./options"
import { testRole, type RoleTestInput } from "./role-test"
import { readServerOverviews, type ServerOverview } from "./server-overviews"
import { countMappings } from "./store/server-overviews"
import { markTold, reviewIncidents, untoldNotices } from "./store/incidents"
import type { SyncDeps } from "./sync/deps"

type DeskOptions = Pick<DiscordOptions, "clientId" | "publicKey" | "webUrl">

export interface Notice extends NoticeWords {
  incident_id: string
  server_id: string
  kind: NoticeKind
}

/** What the dashboard's settings ask about the application and its servers, beyond plain records. */
export class AdminDesk {
  readonly #deps: Pick<SyncDeps, "db" | "bot" | "oauth">
  readonly #options: DeskOptions

  constructor(deps: Pick<SyncDeps, "db" | "bot" | "oauth">, options: DeskOptions) {
    this.#deps = deps
    this.#options = options
  }

  /**
   * Holds each option against what Discord says.
   *
   * @throws DiscordFailure when Discord does not answer
   */
  async readApplication(): Promise<{
    checks: ApplicationCheck[]
    client_id: string
    redirect_uri: string
    portal_url: string
  }> {
    const { bot, oauth } = this.#deps
    const { clientId: client_id, publicKey, webUrl } = this.#options
    const redirect_uri = oauth.redirectUri
    const facts = await readApplicationFacts(bot, oauth)
    return {
      checks: applicationChecks(facts, {
        client_id,
        redirect_uri,
        public_key: publicKey ?? null,
      }),
      client_id,
      redirect_uri,
      portal_url: `${webUrl}/developers/applications/${client_id}`,
    }
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

  /** @see testRole */
  async testRole(input: RoleTestInput): Promise<{ steps: RoleTestStep[]; server_ids: string[] }> {
    return testRole(this.#deps, input)
  }

  /** What to tell the dashboard of servers that need the admin, or do not any more. Tell it, then call `markTold`. */
  async reviewIncidents(): Promise<Notice[]> {
    await reviewIncidents(this.#deps.db)
    const untold = await untoldNotices(this.#deps.db)
    return untold.map(({ incident_id, server_id, server_name, kind, reason }) => ({
      incident_id,
      server_id,
      kind,
      ...incidentNotice(kind, server_name, reason),
    }))
  }

  async markTold({ incident_id, kind }: Pick<Notice, "incident_id" | "kind">): Promise<void> {
    await markTold(this.#deps.db, incident_id, kind)
  }
}
