import { claimRefused } from "./order-claim.rules"
import { readConsent, type ConsentCode } from "../consent/read-consent.service"
import type { DiscordOptions } from "../options"
import { openClaim, signClaim, type ClaimTicket } from "./claim-tokens.service"
import { hashToken } from "../security/one-time"
import { newId } from "../db/db"
import {
  claimOrder,
  findClaim,
  findOpenClaim,
  isEntitled,
  saveClaim,
  type StoredClaim,
} from "./order-claim.store"
import { rolesOfOrder, type OrderRole } from "./promised-roles.store"
import type { SyncDeps } from "../engine/deps"

const DAY_MS = 24 * 60 * 60 * 1000
const CLAIM_LIFETIME_DAYS = 30
/** A message sent anew carries the link of the one before, as long as that gives the guest this much time. */
const WORTH_SENDING_MS = 14 * DAY_MS

export interface ClaimLink {
  claim_url: string
  expires_at: Date
}

/** Whose order a link is for. */
export interface ClaimOf {
  order_id: string
  customer_id: string
}

/** Links by which guests claim an order's roles: signed, expiring, single use. */
export class ClaimService {
  readonly #deps: SyncDeps
  readonly #options: Pick<DiscordOptions, "backendUrl">

  constructor(deps: SyncDeps, options: Pick<DiscordOptions, "backendUrl">) {
    this.#deps = deps
    this.#options = options
  }

  /** Makes a new link; those the order had before stop working. */
  async issue({ order_id, customer_id }: ClaimOf): Promise<ClaimLink> {
    const ticket = {
      claim_id: newId("dclaim"),
      expires_at: new Date(Date.now() + CLAIM_LIFETIME_DAYS * DAY_MS),
    }
    const token = signClaim(this.#deps.keyring, ticket)
    await saveClaim(this.#deps.db, {
      id: ticket.claim_id,
      order_id,
      customer_id,
      token_hash: hashToken(token),
      expires_at: ticket.expires_at,
    })
    return this.#link(token, ticket.expires_at)
  }

  /** The link that is open already, else a new one: a message sent twice must not kill the link it sent first. */
  async reuseOrIssue(of: ClaimOf): Promise<ClaimLink> {
    const { db, keyring } = this.#deps
    const open = await findOpenClaim(db, of.order_id, of.customer_id)
    if (open && open.expires_at.getTime() - Date.now() > WORTH_SENDING_MS) {
      const token = signClaim(keyring, { claim_id: open.id, expires_at: open.expires_at })
      // Another key signs by now: the token cannot be made again.
      if (hashToken(token) === open.token_hash) {
        return this.#link(token, open.expires_at)
      }
    }
    return this.issue(of)
  }

  /** What a link says, by its signature alone. @throws MedusaError in words when the store never made it so */
  verify(token: string): ClaimTicket {
    const ticket = openClaim(this.#deps.keyring, token)
    if (!ticket) {
      throw claimRefused("tampered")
    }
    return ticket
  }

  /** @throws MedusaError in words when the link was tampered with, has expired, was replaced or used */
  async read(token: string): Promise<StoredClaim> {
    const ticket = this.verify(token)
    const claim = await findClaim(this.#deps.db, { token_hash: hashToken(token) })
    if (!claim) {
      throw claimRefused("unknown")
    }
    if (claim.claimed_at) {
      throw claimRefused("used")
    }
    if (Math.min(claim.expires_at.getTime(), ticket.expires_at.getTime()) <= Date.now()) {
      throw claimRefused("expired")
    }
    return claim
  }

  /** @throws MedusaError NOT_FOUND */
  async retrieve(claimId: string): Promise<StoredClaim> {
    const claim = await findClaim(this.#deps.db, { id: claimId })
    if (!claim) {
      throw claimRefused("unknown")
    }
    return claim
  }

  /** What a guest is shown before they connect. */
  async rolesOf(orderId: string): Promise<OrderRole[]> {
    return rolesOfOrder(this.#deps.db, orderId)
  }

  async isEntitled({ order_id, customer_id }: ClaimOf): Promise<boolean> {
    return isEntitled(this.#deps.db, order_id, customer_id)
  }

  /**
   * Exchanges the code of a guest's consent, and binds their order to that Discord user.
   *
   * @throws DiscordFailure for a wrong code; MedusaError in words when the claim cannot be used any more
   */
  async claim(
    claimId: string,
    code: ConsentCode,
  ): Promise<{
    account_id: string
    customer_id: string
    server_ids: string[]
    can_join: boolean
  }> {
    const { can_join, ...consent } = await readConsent(this.#deps, code)
    return { ...(await claimOrder(this.#deps.db, claimId, consent)), can_join }
  }

  #link(token: string, expires_at: Date): ClaimLink {
    const url = new URL(`${this.#options.backendUrl}/discord/claim`)
    url.searchParams.set("token", token)
    return { claim_url: url.toString(), expires_at }
  }
}
