import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDiscordClaimResponse,
  AdminDiscordMessageResponse,
  AdminOrderDiscordResponse,
} from "../../../types/http"
import { isMoving, lookAgainMs } from "../../lib/access/access"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

export const orderDiscordQueryKeys = queryKeysFactory("discord_order")

const path = (orderId: string) => `/admin/orders/${orderId}/discord`

/** How often to look whether somebody has connected Discord, or the order was paid. */
const WAITING_MS = 5_000

/**
 * What an order gives, to whom, and where each role stands. Looks again by itself while a role is on its way, and while somebody
 * else has to move first: a guest who claims it is seen at once.
 */
export function useOrderDiscord(orderId: string) {
  return useQuery<AdminOrderDiscordResponse, FetchError>({
    queryKey: orderDiscordQueryKeys.detail(orderId),
    queryFn: () => request(path(orderId)),
    refetchInterval: ({ state: { data, dataUpdateCount } }) => {
      if (data === undefined) {
        return false
      }
      const roles = data.entitlements.flatMap((entitlement) => entitlement.roles)
      if (data.linked && isMoving(roles, data.memberships)) {
        return lookAgainMs(dataUpdateCount)
      }
      const isWaitedFor = roles.some(({ state }) => state === "waiting")
      return isWaitedFor || mayStillGive(data) ? WAITING_MS : false
    },
  })
}

/** An order that is paid in a moment, or read. */
function mayStillGive({ no_roles_reason_detail }: AdminOrderDiscordResponse): boolean {
  switch (no_roles_reason_detail?.code) {
    case "entitlement.order_awaits_authorization":
    case "entitlement.order_awaits_capture":
    case "entitlement.order_unread":
      return true
    default:
      return false
  }
}

/** Makes a link by which a guest claims the order's roles; links made before stop working. */
export function useCreateClaimLink(orderId: string) {
  return useMutation<AdminDiscordClaimResponse, FetchError>({
    mutationFn: () => request(`${path(orderId)}/claim`, { method: "POST" }),
  })
}

/** Sends the message that asks the buyer to connect Discord, whether it was sent before or not. */
export function useSendConnectMessage(orderId: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordMessageResponse, FetchError>({
    mutationFn: () => request(`${path(orderId)}/message`, { method: "POST" }),
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: orderDiscordQueryKeys.detail(orderId) }),
  })
}
