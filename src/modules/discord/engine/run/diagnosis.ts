import { toFailure, type DiscordFailure } from "../discord-api/errors"
import { FINDINGS, type FailureVerdict } from "../domain/error-owner"
import { canManageRoles, describeUnassignable } from "../domain/role-assignability"
import { canJoinMembers } from "../domain/server-checks"
import { readServerFacts } from "../servers"
import type { LoadedMembership } from "../store/load"
import { observeServer, pauseServer, type ServerFacts } from "../store/servers"
import { messageOf, type SyncDeps } from "./deps"

/** What a refusal turned out to mean. */
export interface Diagnosis {
  verdict: FailureVerdict
  /**
   * In words why the bot cannot give a role; null when it can, as far as is known.
   *
   * @param name as last known: a deleted role has none in Discord
   */
  refusalOf: (roleId: string, name: string) => string | null
  /** Whether the bot may bring members in. */
  can_join: boolean
}

/** Refusals behind which a change in Discord stands that the store does not know of yet. */
const STALE_CODES: readonly (string | number | null)[] = [50013, 10011, 50028]
/** One reading serves all refusals that arrive together. */
const READING_MS = 2_000

interface Reading {
  at: number
  facts: Promise<ServerFacts | null>
}

/**
 * Finds out what a refusal means for more than one member, and stops what would only be refused again: each 401 and 403
 * counts towards a ban of the bot, so one refusal must be enough.
 */
export class Incidents {
  readonly #deps: SyncDeps
  readonly #halt: (reason: string) => void
  readonly #readings = new Map<string, Reading>()
  #asking: Promise<boolean> | null = null

  /** @param halt stops all work of the bot */
  constructor(deps: SyncDeps, halt: (reason: string) => void) {
    this.#deps = deps
    this.#halt = halt
  }

  async diagnose(
    membership: LoadedMembership,
    failure: DiscordFailure,
    verdict: FailureVerdict,
  ): Promise<Diagnosis> {
    const unchanged: Diagnosis = { verdict, refusalOf: () => null, can_join: true }
    if (verdict.reach === "bot") {
      return { ...unchanged, verdict: await this.#botRefused(failure, verdict) }
    }
    if (STALE_CODES.includes(failure.code)) {
      const facts = await this.#read(membership)
      return facts ? this.#compare(membership, verdict, facts) : unchanged
    }
    if (verdict.owner === "admin" && verdict.reach === "server") {
      await this.#pause(membership.server_id, verdict.message)
    }
    if (verdict.owner === "bug" && failure.status === 403) {
      // No word of Discord's: whatever stands in front of it would refuse the next member as well.
      return { ...unchanged, verdict: passing(FINDINGS.refused_before_discord) }
    }
    return unchanged
  }

  /** A 401 on one call proves nothing: the token is bad when Discord does not know the bot itself. */
  async #botRefused(failure: DiscordFailure, verdict: FailureVerdict): Promise<FailureVerdict> {
    if (failure.status === 401 && !(await this.#isTokenRefused())) {
      return passing(FINDINGS.one_call_refused)
    }
    this.#halt(verdict.message)
    return verdict
  }

  /** One question serves all calls that were refused together. Without an answer nothing is proved either. */
  #isTokenRefused(): Promise<boolean> {
    this.#asking ??= this.#deps.bot
      .readSelf()
      .then(() => false)
      .catch((error: unknown) => toFailure(error).status === 401)
      .finally(() => {
        this.#asking = null
      })
    return this.#asking
  }

  async #compare(
    membership: LoadedMembership,
    verdict: FailureVerdict,
    facts: ServerFacts,
  ): Promise<Diagnosis> {
    const can_join = canJoinMembers(facts.bot_permissions)
    if (!canManageRoles(facts.bot_permissions)) {
      const message = describeUnassignable("manage_roles_missing", "")
      await this.#pause(membership.server_id, message)
      const paused: FailureVerdict = { owner: "admin", reach: "server", message }
      return { verdict: paused, refusalOf: () => null, can_join }
    }
    const known = new Map(facts.roles.map((role) => [role.role_id, role]))
    const refusalOf = (roleId: string, name: string) => {
      const role = known.get(roleId)
      const reason = role ? role.unassignable_reason : "deleted"
      return reason && describeUnassignable(reason, role?.name ?? name)
    }
    return { verdict, refusalOf, can_join }
  }

  /** Reads the server once for all refusals of a moment, and stores what is found: others need not be refused first. */
  #read({ server_id, guild_id }: LoadedMembership): Promise<ServerFacts | null> {
    const last = this.#readings.get(server_id)
    if (last && Date.now() - last.at < READING_MS) {
      return last.facts
    }
    const facts = this.#readAndStore(guild_id)
    this.#readings.set(server_id, { at: Date.now(), facts })
    return facts
  }

  async #readAndStore(guildId: string): Promise<ServerFacts | null> {
    try {
      const facts = await readServerFacts(this.#deps.bot, guildId)
      await observeServer(this.#deps.db, facts)
      return facts
    } catch (error) {
      this.#deps.logger.warn(`discord: server ${guildId} could not be read: ${messageOf(error)}`)
      return null
    }
  }

  async #pause(serverId: string, reason: string): Promise<void> {
    if (await pauseServer(this.#deps.db, serverId, reason)) {
      this.#deps.logger.warn(`discord: server ${serverId} is paused: ${reason}`)
    }
  }
}

function passing(message: string): FailureVerdict {
  return { owner: "transient", reach: "member", message }
}
