import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import type {
  INotificationModuleService,
  MedusaContainer,
  RemoteQueryFunction,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import type { DueMessage } from "../../../modules/discord/connect-message/connect-message.store"
import type { DiscordConnectMessageData } from "../../../types/connect-message"

const names = { first_name: z.string().nullish(), last_name: z.string().nullish() }
const orderSchema = z.object({
  id: z.string(),
  display_id: z.coerce.number(),
  email: z.string().nullish(),
  customer_id: z.string().nullable(),
  customer: z.object({ has_account: z.boolean(), ...names }).nullish(),
  billing_address: z.object(names).nullish(),
})
export type MessageOrder = z.output<typeof orderSchema>

const FIELDS = [
  "id",
  "display_id",
  "email",
  "customer_id",
  "customer.id",
  "customer.has_account",
  "customer.first_name",
  "customer.last_name",
  "billing_address.first_name",
  "billing_address.last_name",
]

/** @throws MedusaError NOT_FOUND */
export async function readMessageOrder(
  container: MedusaContainer,
  id: string,
): Promise<MessageOrder> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id } })
  if (!data[0]) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.order_not_found", { id }))
  }
  return orderSchema.parse(data[0])
}

export interface Delivery {
  message: DueMessage
  order: MessageOrder
  reminder: boolean
  /** Names this very message: the Notification Module sends what goes by one key once. */
  key: string
}

/**
 * Sends a message through Medusa's Notification Module.
 *
 * @returns whom it went to; null when there is nothing (left) to tell: connected, deleted, ended
 */
export async function deliver(
  container: MedusaContainer,
  { message, order, reminder, key }: Delivery,
): Promise<string | null> {
  const { claims, connectMessages } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const roles = await connectMessages.promisedRoles(order.id)
  const { customer, customer_id, email } = order
  if (roles.length === 0 || !customer || customer_id === null || !email) {
    await connectMessages.notNeeded(message)
    return null
  }
  const link = customer.has_account
    ? null
    : await claims.reuseOrIssue({ order_id: order.id, customer_id })
  const data: DiscordConnectMessageData = {
    order_id: order.id,
    display_id: order.display_id,
    customer_name: nameOf(order),
    is_guest: !customer.has_account,
    claim_url: link?.claim_url ?? null,
    claim_expires_at: link?.expires_at.toISOString() ?? null,
    connect_url: connectMessages.connectUrl,
    roles,
    reminder,
  }
  const notification = container.resolve<INotificationModuleService>(Modules.NOTIFICATION)
  await notification.createNotifications({
    ...connectMessages.requireRoute(),
    to: email,
    data: { ...data },
    trigger_type: "discord.connect",
    resource_id: order.id,
    resource_type: "order",
    receiver_id: customer_id,
    idempotency_key: await freshKey(notification, key, message.attempts),
  })
  await connectMessages.sent(message, reminder)
  return email
}

/** What a killed process left as pending is skipped by its key for ever: then the attempt is named, too. */
async function freshKey(
  notification: INotificationModuleService,
  key: string,
  attempt: number,
): Promise<string> {
  const [left] = await notification.listNotifications({ idempotency_key: key } as object)
  return left?.status === "pending" ? `${key}:${attempt}` : key
}

function nameOf({ customer, billing_address }: MessageOrder): string | null {
  const full = (person: MessageOrder["billing_address"]) =>
    [person?.first_name, person?.last_name].filter(Boolean).join(" ")
  return full(customer) || full(billing_address) || null
}
