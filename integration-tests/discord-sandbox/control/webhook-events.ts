import { type Sandbox } from "../sandbox"
import { SandboxError } from "../state/world"
import { eventOf, pingOf } from "../webhook-events/events"
import { send, type DeliveryAnswer } from "../webhook-events/send"
import { type EventWebhooksInput, type WebhookEventInput } from "./types"

/** Webhook events, as the developer portal sets them up and Discord sends them. */
export function webhookEventOperations({ world, now }: Sandbox) {
  return {
    /**
     * "Webhooks" in the portal: saved only if the address answers a PING with 204, and 401 to one that is signed wrongly.
     */
    async setEventWebhooks(clientId: string, { url, types }: EventWebhooksInput): Promise<void> {
      const app = world.application(clientId)
      const wrong = await send(app, url, pingOf(app), { signature: "0".repeat(128) })
      const right = await send(app, url, pingOf(app))
      if (right?.status !== 204 || wrong?.status !== 401) {
        const told = `PING: ${right?.status ?? "none"}, wrong signature: ${wrong?.status ?? "none"}`
        throw new SandboxError(`The specified webhook events URL could not be verified. ${told}`)
      }
      app.event_webhooks_url = url
      app.event_webhooks_status = 2
      app.event_webhooks_types = types
      world.changed()
    },

    /** Sends an event now, whatever was set up, and tells the answer; null when none came in time. */
    async sendWebhookEvent(
      clientId: string,
      { url, type, data, occurred_at, payload, ...delivery }: WebhookEventInput,
    ): Promise<DeliveryAnswer | null> {
      const app = world.application(clientId)
      const body =
        payload ??
        (type === undefined ? pingOf(app) : eventOf(app, type, data ?? {}, occurred_at ?? now()))
      return send(app, url, body, delivery)
    },
  }
}
