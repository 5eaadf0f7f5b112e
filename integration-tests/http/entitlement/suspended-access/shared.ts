import type {
  AdminDiscordEntitlement,
  AdminDiscordEntitlementListResponse,
  AdminDiscordEntitlementResponse,
} from "../../../../src/types/http"
import { orderChangesIdle } from "../../../../src/workflows/entitlement/utils/order-changes"
import { connectedBuyer } from "../../../helpers/account/buyers"
import type { Customer } from "../../../helpers/account/customer"
import type { HttpAnswer } from "../../../helpers/store/http"
import { OrderAdmin } from "../../../helpers/entitlement/order-admin"
import type { Scene } from "../../../helpers/store/suite"

export const ENTITLEMENTS = "/admin/discord/entitlements"

const MESSAGE = "Some of your access is on hold. Please contact the store."
export const ON_HOLD = {
  code: "contact_store",
  message: MESSAGE,
  message_detail: { code: "customer.on_hold", params: {}, message: MESSAGE },
}

export type Answer = HttpAnswer<AdminDiscordEntitlementResponse & { type: string; message: string }>

/** A store that steps in by the workflows' hooks, and may refuse. */
export const hook = { saysNo: false }

export const storesOwnStep = async (): Promise<void> => {
  await Promise.resolve()
  if (hook.saysNo) {
    throw new Error("the store says no")
  }
}

/** Paid and handed over, so that Medusa lets nobody cancel it; the server leaves roles for two days after their time. */
export async function disputedOrder(at: Scene): Promise<{
  customer: Customer
  userId: string
  order: string
  entitlement: AdminDiscordEntitlement
  orderAdmin: OrderAdmin
}> {
  const { customer, userId } = await connectedBuyer(at)
  await at.db("discord_server").update({ grace_hours: 48 })
  const orderAdmin = new OrderAdmin(at.admin, at.store)
  const order = await customer.buy("Gold")
  await orderAdmin.capture(order)
  await orderAdmin.fulfil(order)
  await orderChangesIdle()
  await at.settled(order)
  await at.discord.expectRoles(userId, ["Gold"])
  return { customer, userId, order, entitlement: await entitlementOf(at, order), orderAdmin }
}

export async function listOf({ admin }: Scene, order: string) {
  return admin.send<AdminDiscordEntitlementListResponse>(`${ENTITLEMENTS}?source_id=${order}`)
}

export async function entitlementOf(at: Scene, order: string): Promise<AdminDiscordEntitlement> {
  const [entitlement] = (await listOf(at, order)).entitlements
  if (!entitlement) {
    throw new Error(`Order ${order} gives nothing`)
  }
  return entitlement
}

export async function suspend({ admin }: Scene, id: string, body: object): Promise<Answer> {
  return admin.raw(`${ENTITLEMENTS}/${id}/suspend`, { body })
}

export async function resume({ admin }: Scene, id: string): Promise<Answer> {
  return admin.raw(`${ENTITLEMENTS}/${id}/resume`, { method: "POST" })
}
