import { MedusaError } from "@medusajs/framework/utils"
import { render, say, type Message } from "../../../messages"
import { readRoleAccess } from "../access/customer-access.store"
import { isOutside, joinRefusal } from "../access/outsider.rules"
import type { Db } from "../db/db"
import type { DiscordBot } from "../discord-api/bot"
import { isDiscordFailure } from "../discord-api/errors"
import type { SyncDeps } from "../engine/deps"
import type { DiscordOptions } from "../options"
import { refusalOf, refused, refusedByDiscord, retryAfterOf } from "../refused"
import type { Keyring } from "../security/keyring"
import { createInvitation, type InvitingServer } from "./create-invitation.service"
import { invitationUrl } from "./invitation.rules"
import { readInvitation, saveInvitation } from "./invitation.store"
import { openJoin, type JoinTicket } from "./join-tokens.service"

export interface Invitation {
  url: string
  expires_at: Date
}

/** Links that bring one person into a server. */
export class InvitationService {
  readonly #db: Db
  readonly #bot: DiscordBot
  readonly #keyring: Keyring
  readonly #logger: SyncDeps["logger"]
  readonly #webUrl: string

  constructor(
    { bot, db, keyring, logger }: Pick<SyncDeps, "bot" | "db" | "keyring" | "logger">,
    { webUrl }: Pick<DiscordOptions, "webUrl">,
  ) {
    this.#db = db
    this.#bot = bot.whileSomebodyWaits()
    this.#keyring = keyring
    this.#logger = logger
    this.#webUrl = webUrl
  }

  /** @see createInvitation */
  async create(server: InvitingServer, reason: string): Promise<Invitation> {
    const { code, expires_at } = await createInvitation(this.#bot, server, reason)
    return { url: invitationUrl(code, this.#webUrl), expires_at }
  }

  /** @throws MedusaError NOT_ALLOWED in words for a link that is too old, or none of the store's */
  verifyJoin(token: string): JoinTicket {
    const ticket = openJoin(this.#keyring, token)
    if (!ticket) {
      throw refused(MedusaError.Types.NOT_ALLOWED, say("consent.link_expired"), "link_expired")
    }
    return ticket
  }

  /**
   * Where a customer's join link leads now: an invitation of their own, the same one while it is good, or the server itself
   * when they are in it already.
   *
   * @throws MedusaError in words for the customer when nothing would bring them in; DiscordFailure when Discord is away
   */
  async followJoin({ customer_id, server_id }: JoinTicket): Promise<string> {
    const { access } = await readRoleAccess(this.#db, customer_id, new Date())
    const sample = access.find((role) => role.server_id === server_id)
    if (sample?.in_server && sample.server_status !== "disconnected") {
      return `${this.#webUrl}/channels/${sample.guild_id}`
    }
    if (!sample || sample.membership_id === null || !isOutside(sample)) {
      throw refused(MedusaError.Types.NOT_ALLOWED, joinRefusal(sample ?? null))
    }
    const { membership_id, guild_id, server_name: name } = sample
    try {
      const code =
        (await this.#known(membership_id)) ??
        (await this.#make(membership_id, { guild_id, name }, customer_id))
      return invitationUrl(code, this.#webUrl)
    } catch (error) {
      throw this.#toCustomer(error, name)
    }
  }

  /** An invitation that was used is gone: only Discord knows. */
  async #known(membershipId: string): Promise<string | null> {
    const code = await readInvitation(this.#db, membershipId)
    return code !== null && (await this.#bot.knowsInvite(code)) ? code : null
  }

  async #make(membershipId: string, server: InvitingServer, customerId: string): Promise<string> {
    const invitation = await createInvitation(this.#bot, server, `Invitation for ${customerId}`)
    await saveInvitation(this.#db, membershipId, invitation)
    return invitation.code
  }

  /** What the admin has to mend is for the log. The customer is told to wait, or whom to ask. */
  #toCustomer(error: unknown, server: string): unknown {
    const refusal = isDiscordFailure(error) ? refusedByDiscord(error, "invite") : error
    const words: Message | null = refusalOf(refusal)
    if (words === null || retryAfterOf(refusal) !== null) {
      return refusal
    }
    this.#logger.warn(`discord: nobody can be invited to ${server}: ${render(words)}`)
    const isAway = isDiscordFailure(error) && (error.status === null || error.status >= 500)
    return isAway
      ? error
      : refused(MedusaError.Types.NOT_ALLOWED, say("customer.not_invited", { server }))
  }
}
