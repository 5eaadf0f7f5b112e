import type {
  AdminDiscordEntitlement,
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementResponse,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
} from "../../../../src/types/http"
import type { Customer } from "../../../helpers/account/customer"
import type { HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

export const ENTITLEMENTS = "/admin/discord/entitlements"

const HOUR_MS = 3_600_000

export const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString()

export interface ErrorBody {
  type: string
  message: string
}

/** A store that steps in by the workflows' hooks, and may refuse. */
export const hook = { saysNo: false }

export const storesOwnStep = async (): Promise<void> => {
  await Promise.resolve()
  if (hook.saysNo) {
    throw new Error("the store says no")
  }
}

export async function grant({ admin }: Scene, body: AdminGrantDiscordEntitlement) {
  return admin.send<AdminGrantDiscordEntitlementResponse>(ENTITLEMENTS, { body })
}

export async function grantGold(
  at: Scene,
  { id: customer_id }: Customer,
  over: Partial<AdminGrantDiscordEntitlement> = {},
): Promise<AdminDiscordEntitlement> {
  const variant_id = at.store.variants.Gold
  return (await grant(at, { customer_id, variant_id, ...over })).entitlement
}

export async function change(
  { admin }: Scene,
  id: string,
  body: object,
): Promise<HttpAnswer<AdminDiscordEntitlementResponse | ErrorBody>> {
  return admin.raw(`${ENTITLEMENTS}/${id}`, { body })
}

export async function end(
  { admin }: Scene,
  id: string,
): Promise<HttpAnswer<AdminDiscordEntitlementDeleteResponse>> {
  return admin.raw(`${ENTITLEMENTS}/${id}`, { method: "DELETE" })
}
