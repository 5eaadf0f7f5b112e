import { sign } from "node:crypto"
import { type Application } from "../state/entities"

/** Discord waits this long for an answer. */
const PATIENCE_MS = 3_000

export interface Delivery {
  /** Hex; left out, the application's key signs what is sent. */
  signature?: string
  /** Unix seconds; now when left out. */
  timestamp?: string
}

export interface DeliveryAnswer {
  status: number
  body: string
  content_type: string | null
}

/**
 * Sends one body to an application's address for webhook events, once.
 *
 * @returns null when nothing answers in time
 * @see https://discord.com/developers/docs/events/webhook-events#setting-up-your-endpoint
 */
export async function send(
  app: Pick<Application, "private_key">,
  url: string,
  payload: object,
  delivery: Delivery = {},
): Promise<DeliveryAnswer | null> {
  const body = JSON.stringify(payload)
  const timestamp = delivery.timestamp ?? String(Math.floor(Date.now() / 1000))
  const signature =
    delivery.signature ?? sign(null, Buffer.from(timestamp + body), app.private_key).toString("hex")
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        "User-Agent": "Discord-Webhook/1.0 (+https://discord.com)",
        "X-Signature-Ed25519": signature,
        "X-Signature-Timestamp": timestamp,
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const content_type = response.headers.get("content-type")
    return { status: response.status, body: await response.text(), content_type }
  } catch {
    return null
  }
}
