import { z } from "@medusajs/framework/zod"
import { ApplicationWebhookEventType, ApplicationWebhookType } from "discord.js"

/** Discord tries again for ten minutes: a time of the event further from the one of its sending is no time to go by. */
const TOLD_WITHIN_MS = 60 * 60_000

const envelope = z.object({
  type: z.number(),
  event: z
    .object({ type: z.string(), timestamp: z.string().optional(), data: z.unknown() })
    .nullish(),
})
const deauthorized = z.object({ user: z.object({ id: z.string().regex(/^\d{15,21}$/) }) })

/** A Discord user removed the application: all their tokens are dead. */
export interface Deauthorization {
  discord_user_id: string
  /** ISO time. Tokens of a later consent are alive. */
  occurred_at: string
  /** The same each time that Discord sends it. */
  event_key: string
}

/** What an event asks of the store. */
export type WebhookMeaning =
  | { kind: "ping" }
  | ({ kind: "deauthorized" } & Deauthorization)
  /** Nothing that the plugin does anything about. @param type as Discord names it */
  | { kind: "ignored"; type: string }

/**
 * What an event means.
 *
 * @param body parsed JSON that Discord signed
 * @param sentAt when it was signed, Unix ms
 * @see https://docs.discord.com/developers/events/webhook-events#application-deauthorized
 */
export function meaningOf(body: unknown, sentAt: number): WebhookMeaning {
  const { data: sent } = envelope.safeParse(body)
  if (sent?.type === ApplicationWebhookType.Ping) {
    return { kind: "ping" }
  }
  const type = sent?.event?.type ?? "of an unknown form"
  if (type !== String(ApplicationWebhookEventType.ApplicationDeauthorized)) {
    return { kind: "ignored", type }
  }
  const { data } = deauthorized.safeParse(sent?.event?.data)
  if (!data) {
    return { kind: "ignored", type }
  }
  const { id: discord_user_id } = data.user
  const timestamp = sent?.event?.timestamp
  return {
    kind: "deauthorized",
    discord_user_id,
    occurred_at: new Date(occurredAt(timestamp, sentAt)).toISOString(),
    event_key: `${type}:${discord_user_id}:${timestamp ?? sentAt}`,
  }
}

/** Discord's times are UTC and do not say so. */
function occurredAt(timestamp: string | undefined, sentAt: number): number {
  const time = timestamp === undefined ? NaN : Date.parse(withZone(timestamp))
  return Math.abs(sentAt - time) <= TOLD_WITHIN_MS ? time : sentAt
}

function withZone(timestamp: string): string {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(timestamp) ? timestamp : `${timestamp}Z`
}
