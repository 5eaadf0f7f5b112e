import { MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../messages"
import { invalidateTokensBefore } from "../account/account-tokens.store"
import { writeActivity } from "../activity/activity.store"
import type { SyncDeps } from "../engine/deps"
import type { DiscordOptions } from "../options"
import { refused } from "../refused"
import { judgeSignature, type SignedRequest } from "./signature.rules"
import { meaningOf, type Deauthorization, type WebhookMeaning } from "./webhook-event.rules"
import { forgetWebhookEvents, noteWebhookEvent } from "./webhook-event.store"

/** What Discord tells by its webhook events. */
export class WebhookService {
  readonly #db: SyncDeps["db"]
  readonly #options: Pick<DiscordOptions, "publicKey">

  constructor({ db }: Pick<SyncDeps, "db">, options: Pick<DiscordOptions, "publicKey">) {
    this.#db = db
    this.#options = options
  }

  /**
   * Reads an event. Nothing is stored, and nothing of the body is looked at before its signature.
   *
   * @throws MedusaError NOT_FOUND when webhook events are not used; UNAUTHORIZED when Discord did not send it, or long ago
   */
  read(request: SignedRequest): WebhookMeaning {
    const { publicKey } = this.#options
    const { NOT_FOUND, UNAUTHORIZED } = MedusaError.Types
    if (publicKey === undefined) {
      throw refused(NOT_FOUND, say("request.webhook_off"))
    }
    switch (judgeSignature(publicKey, request, Date.now())) {
      case "wrong":
        throw refused(UNAUTHORIZED, say("request.webhook_unsigned"))
      case "stale":
        throw refused(UNAUTHORIZED, say("request.webhook_stale"))
      case "good":
        return meaningOf(parsed(request.body), Number(request.timestamp) * 1000)
    }
  }

  /**
   * A Discord user removed the application: their tokens are forgotten, and the customer is asked to connect again. The roles they
   * hold stay, since what they bought is theirs; the bot needs no token of theirs to give them others in a server they are in.
   * An event that comes twice is handled once.
   *
   * @returns the account; null when it had no tokens from before, or the event was handled already
   */
  async deauthorize(event: Deauthorization): Promise<string | null> {
    return this.#db.transaction(async (tx) => {
      if (!(await noteWebhookEvent(tx, event.event_key))) {
        return null
      }
      const refusedOne = await invalidateTokensBefore(tx, event.discord_user_id, event.occurred_at)
      if (refusedOne) {
        const { account_id, customer_id: trigger } = refusedOne
        const message = say("activity.app_removed")
        await writeActivity(tx, [{ action: "account_unlinked", trigger, account_id, message }])
      }
      return refusedOne && refusedOne.account_id
    })
  }

  /** Forgets events that cannot come again. */
  async sweep(): Promise<void> {
    await forgetWebhookEvents(this.#db)
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"))
  } catch {
    return null
  }
}
