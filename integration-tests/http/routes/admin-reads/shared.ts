import type {
  AdminCustomerDiscordResponse,
  AdminDiscordActivityListResponse,
  AdminDiscordMembershipListResponse,
  AdminOrderDiscordResponse,
} from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"

export const ACTIVITY = "/admin/discord/activity"

export const MEMBERSHIPS = "/admin/discord/memberships"

export const SYNC_RUNS = "/admin/discord/sync-runs"

export const UNKNOWN_USER = "999999999999999999"

export interface ErrorBody {
  type: string
  message: string
}

/** What the tests of this suite have in common. */
export function helpersOf(scene: () => Scene) {
  const orderPage = (id: string) =>
    scene().admin.send<AdminOrderDiscordResponse>(`/admin/orders/${id}/discord`)
  const customerPage = (id: string) =>
    scene().admin.send<AdminCustomerDiscordResponse>(`/admin/customers/${id}/discord`)
  const link = (customerId: string, discord_user_id: string) =>
    scene().admin.raw<AdminCustomerDiscordResponse & ErrorBody>(
      `/admin/customers/${customerId}/discord/account`,
      { body: { discord_user_id } },
    )
  const members = (query = "") =>
    scene().admin.send<AdminDiscordMembershipListResponse>(`${MEMBERSHIPS}${query}`)
  const activity = (query: string) =>
    scene().admin.send<AdminDiscordActivityListResponse>(`${ACTIVITY}${query}`)
  return { orderPage, customerPage, link, members, activity }
}
