import { refused } from "../refused"
import { say } from "../../../messages"
import { configManager } from "@medusajs/framework/config"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import type { DiscordOptions } from "../options"
import {
  messageFailed,
  messageNotNeeded,
  messageSent,
  noteMessage,
  planMessage,
  promisedRoles,
  readSentAt,
  takeMessage,
  type DueMessage,
  type PromisedRole,
} from "./connect-message.store"
import { connectPageOf } from "./connect-page.rules"
import type { Db } from "../db/db"
import type { SourceFacts } from "../entitlement/entitlement.store"
import type { SyncDeps } from "../engine/deps"

type MessageOptions = Pick<DiscordOptions, "notifications" | "redirectUrls" | "hostedPages">

/** Messages that ask buyers to connect Discord: noted with the entitlements, sent by a job, one an order. */
export class ConnectMessageService {
  readonly #deps: SyncDeps
  readonly #options: MessageOptions

  constructor(deps: SyncDeps, options: MessageOptions) {
    this.#deps = deps
    this.#options = options
  }

  /** Which message of which channel; null when the store sends none. */
  get route(): { channel: string; template: string } | null {
    return this.#options.notifications.connect ?? null
  }

  /** When an order's message was first sent. @returns null when the store sends none */
  async retrieveOfOrder(orderId: string): Promise<{ sent_at: string | null } | null> {
    if (!this.route) {
      return null
    }
    const sentAt = await readSentAt(this.#deps.db, orderId)
    return { sent_at: sentAt?.toISOString() ?? null }
  }

  /** Where a registered customer signs in and connects Discord; null when the store has named no page. */
  get connectUrl(): string | null {
    return connectPageOf(this.#options)
  }

  /** @throws MedusaError NOT_ALLOWED that says how to switch messages on */
  requireRoute(): { channel: string; template: string } {
    if (!this.route) {
      throw refused(MedusaError.Types.NOT_ALLOWED, say("refusal.messages_off"))
    }
    return this.route
  }

  /** Notes the message of an order, in the transaction that stores what the order gives. */
  async plan(tx: Db, { source, source_id }: SourceFacts): Promise<void> {
    if (source === "order" && this.route) {
      await planMessage(tx, source_id)
    }
  }

  async note(orderId: string, customerId: string): Promise<DueMessage> {
    return noteMessage(this.#deps.db, orderId, customerId)
  }

  async take(): Promise<DueMessage | null> {
    return this.route ? takeMessage(this.#deps.db) : null
  }

  async promisedRoles(orderId: string): Promise<PromisedRole[]> {
    return promisedRoles(this.#deps.db, orderId)
  }

  async sent(message: DueMessage, reminder: boolean): Promise<void> {
    const reminderDays = this.#options.notifications.reminderDays ?? null
    await messageSent(this.#deps.db, message, { reminder, reminderDays })
  }

  async notNeeded(message: DueMessage): Promise<void> {
    await messageNotNeeded(this.#deps.db, message.id)
  }

  async failed(message: DueMessage, error: string): Promise<void> {
    const isLast = await messageFailed(this.#deps.db, message, error)
    const rest = isLast ? "It is not tried again." : "It is tried again."
    const words = `discord: the message about order ${message.order_id} was not sent: ${error} ${rest}`
    if (isLast) {
      this.#deps.logger.error(words)
    } else {
      this.#deps.logger.warn(words)
    }
  }

  /** Says loudly that no message can be sent, or leads registered buyers nowhere; orders and roles do not depend on it. */
  checkProvider(): void {
    const { route } = this
    if (route && this.connectUrl === null) {
      this.#deps.logger.warn(
        "discord: notifications.connect is on, but neither redirectUrls nor hostedPages.storeUrl is set: connect_url is null in messages to registered customers. Set one of them, or write a link of your own into the template.",
      )
    }
    if (route && !canSend(route.channel)) {
      this.#deps.logger.error(
        `discord: no notification provider serves the channel "${route.channel}" of notifications.connect: buyers get no message. Add a provider with this channel to Medusa's Notification Module in medusa-config.ts.`,
      )
    }
  }
}

interface NotificationConfig {
  options?: { cloud?: { api_key?: string }; providers?: { options?: { channels?: string[] } }[] }
}

/** By Medusa's configuration: the Notification Module itself does not tell which channels it serves. */
function canSend(channel: string): boolean {
  const modules = configManager.config.modules as Record<string, unknown> | undefined
  const { options } = (modules?.[Modules.NOTIFICATION] ?? {}) as NotificationConfig
  // Medusa Cloud serves e-mail without a provider being named.
  const isCloudEmail = channel === "email" && Boolean(options?.cloud?.api_key)
  return (
    isCloudEmail ||
    (options?.providers ?? []).some((provider) => provider.options?.channels?.includes(channel))
  )
}
