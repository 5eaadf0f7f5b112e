import { render, say, type Message } from "../../../../messages"
import { DiscordFailure } from "../../discord-api/errors"
import {
  ownerOf,
  saysBotIsOut,
  unexplained,
  type CallKind,
  type FailureVerdict,
} from "./error-owner.rules"
import { canManageRoles, describeUnassignable } from "../../server/role-assignability.rules"
import { canJoinMembers } from "../../server/server-checks.rules"
import { readServerFacts } from "../../server/server-facts.service"
import type { LoadedMembership } from "../../membership/load.store"
import { pauseServer, type PauseCause } from "../../server/server-pause.store"
import { noteUnreadable, observeServer, type ServerFacts } from "../../server/server.store"
import { messageOf, type SyncDeps } from "../deps"

/** What a refusal turned out to mean. */
export interface Diagnosis {
  verdict: FailureVerdict
  /**
   * Why the bot cannot give a role; null when it can, as far as is known.
   *
   * @param name as last known: a deleted role has none in Discord
   */
  refusalOf: (roleId: string, name: string) => Message | null
  /** Whether the bot may bring members in. */
  can_join: boolean
}

/** Refusals behind which a change in Discord stands that the store does not know of yet. */
const STALE_CODES: readonly (string | number | null)[] = [50013, 10011, 50028]
/** One reading serves all refusals that arrive together. */
const READING_MS = 2_000

/** Null when Discord did not tell. */
type Seen = ServerFacts | typeof BOT_IS_OUT | null
const BOT_IS_OUT = Symbol("bot is out")

interface Reading {
  at: number
  seen: Promise<Seen>
}

/**
 * Finds out what a refusal means for more than one member, and stops what would only be refused again: each 401 and 403
 * counts towards a ban of the bot, so one refusal must be enough.
 */
export class Incidents {
  readonly #deps: SyncDeps
  readonly #halt: (reason: Message) => void
  readonly #readings = new Map<string, Reading>()
  #asking: Promise<boolean> | null = null

  /** @param halt stops all work of the bot */
  constructor(deps: SyncDeps, halt: (reason: Message) => void) {
    this.#deps = deps
    this.#halt = halt
  }

  /** @param call what was refused */
  async diagnose(
    membership: LoadedMembership,
    call: CallKind,
    failure: DiscordFailure,
    verdict: FailureVerdict,
  ): Promise<Diagnosis> {
    const unchanged: Diagnosis = { verdict, refusalOf: () => null, can_join: true }
    if (verdict.reach === "bot") {
      return { ...unchanged, verdict: await this.#botRefused(failure, verdict) }
    }
    if (STALE_CODES.includes(failure.code)) {
      const seen = await this.#look(membership)
      return seen === null || seen === BOT_IS_OUT
        ? unchanged
        : this.#compare(membership, verdict, seen)
    }
    if (saysBotIsOut(failure)) {
      return { ...unchanged, verdict: await this.#botIsOut(membership, call, failure, verdict) }
    }
    if (verdict.owner === "admin" && verdict.reach === "server") {
      const { server_id } = membership
      await this.#pause(server_id, { reason: verdict.message, code: String(failure.code) })
    }
    return unchanged
  }

  /** Said of one member it proves nothing: the bot is out of the server when it cannot see the server itself. */
  async #botIsOut(
    membership: LoadedMembership,
    call: CallKind,
    failure: DiscordFailure,
    verdict: FailureVerdict,
  ): Promise<FailureVerdict> {
    if ((await this.#look(membership)) !== BOT_IS_OUT) {
      return unexplained(failure, call)
    }
    await noteUnreadable(this.#deps.db, membership.server_id, "bot_in_server")
    await this.#pause(membership.server_id, { reason: verdict.message, code: null })
    return verdict
  }

  /** One refused call proves nothing: the bot is refused when Discord does not show it itself. */
  async #botRefused(failure: DiscordFailure, verdict: FailureVerdict): Promise<FailureVerdict> {
    if (!(await this.#isBotRefused())) {
      this.#deps.logger.warn(`discord: one call was refused (${failure.message})`)
      return passing(say("discord.one_call_refused"))
    }
    this.#halt(verdict.message)
    return verdict
  }

  /** One question serves all calls that were refused together. Without an answer nothing is proved either. */
  #isBotRefused(): Promise<boolean> {
    this.#asking ??= this.#deps.bot
      .readSelf()
      .then(() => false)
      .catch(
        (error: unknown) =>
          error instanceof DiscordFailure && ownerOf(error, "read_server").reach === "bot",
      )
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
      await this.#pause(membership.server_id, { reason: message, code: null })
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
  #look({ server_id, guild_id }: LoadedMembership): Promise<Seen> {
    const last = this.#readings.get(server_id)
    if (last && Date.now() - last.at < READING_MS) {
      return last.seen
    }
    const seen = this.#readAndStore(guild_id)
    this.#readings.set(server_id, { at: Date.now(), seen })
    return seen
  }

  async #readAndStore(guildId: string): Promise<Seen> {
    try {
      const facts = await readServerFacts(this.#deps.bot, guildId)
      await observeServer(this.#deps.db, facts)
      return facts
    } catch (error) {
      if (error instanceof DiscordFailure && saysBotIsOut(error)) {
        return BOT_IS_OUT
      }
      this.#deps.logger.warn(`discord: server ${guildId} could not be read: ${messageOf(error)}`)
      return null
    }
  }

  async #pause(serverId: string, cause: PauseCause): Promise<void> {
    if (await pauseServer(this.#deps.db, serverId, cause)) {
      this.#deps.logger.warn(`discord: server ${serverId} is paused: ${render(cause.reason)}`)
    }
  }
}

function passing(message: Message): FailureVerdict {
  return { owner: "transient", reach: "member", message }
}
