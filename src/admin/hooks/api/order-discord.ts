import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery } from "@tanstack/react-query"
import type {
  AdminDiscordClaimResponse,
  AdminDiscordMessageResponse,
  AdminOrderDiscordResponse,
} from "../../../types/http"
import { isMoving, lookAgainMs } from "../../lib/access"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const orderDiscordQueryKeys = queryKeysFactory("discord_order")

const path = (orderId: string) => `/admin/orders/${orderId}/discord`

/** What an order gives, to whom, and where each role stands. Looks again by itself while a role is on its way. */
export function useOrderDiscord(orderId: string, { enabled }: { enabled: boolean }) {
  return useQuery<AdminOrderDiscordResponse, FetchError>({
    queryKey: orderDiscordQueryKeys.detail(orderId),
    queryFn: () => sdk.client.fetch(path(orderId)),
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.linked &&
      isMoving(
        state.data.entitlements.flatMap(({ roles }) => roles),
        state.data.memberships,
      )
        ? lookAgainMs(state.dataUpdateCount)
        : false,
  })
}

/** Makes a link by which a guest claims the order's roles; links made before stop working. */
export function useCreateClaimLink(orderId: string) {
  return useMutation<AdminDiscordClaimResponse, FetchError>({
    mutationFn: () => sdk.client.fetch(`${path(orderId)}/claim`, { method: "POST" }),
  })
}

/** Sends the message that asks the buyer to connect Discord once more. */
export function useResendConnectMessage(orderId: string) {
  return useMutation<AdminDiscordMessageResponse, FetchError>({
    mutationFn: () => sdk.client.fetch(`${path(orderId)}/message`, { method: "POST" }),
  })
}
