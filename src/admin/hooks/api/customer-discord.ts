import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback } from "react"
import type {
  AdminCustomerDiscordResponse,
  AdminLinkDiscordAccount,
  AdminUnlinkDiscordAccountResponse,
} from "../../../types/http"
import { isMoving, lookAgainMs } from "../../lib/access/access"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"
import { orderDiscordQueryKeys } from "./order-discord"

const customerDiscordQueryKeys = queryKeysFactory("discord_customer")

const path = (customerId: string) => `/admin/customers/${customerId}/discord`

/** Who a customer is in Discord, their access, and why they hold each role. Looks again while a role is on its way. */
export function useCustomerDiscord(customerId: string) {
  return useQuery<AdminCustomerDiscordResponse, FetchError>({
    queryKey: customerDiscordQueryKeys.detail(customerId),
    queryFn: () => request(path(customerId)),
    refetchInterval: ({ state }) =>
      state.data?.account && isMoving(state.data.roles, state.data.memberships)
        ? lookAgainMs(state.dataUpdateCount)
        : false,
  })
}

/** Asks what a customer holds now, and why, where no page of theirs is open. */
export function useReadCustomerRoles(): (
  customerId: string,
) => Promise<AdminCustomerDiscordResponse["roles"]> {
  const queryClient = useQueryClient()
  return useCallback(
    async (customerId) => {
      const { roles } = await queryClient.fetchQuery<AdminCustomerDiscordResponse, FetchError>({
        queryKey: customerDiscordQueryKeys.detail(customerId),
        queryFn: () => request(path(customerId)),
        staleTime: 0,
      })
      return roles
    },
    [queryClient],
  )
}

/** Reads anew what a change of a customer's account or access shows in: their own page, and their orders'. */
export function useRefreshAccess(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    await Promise.all(
      [customerDiscordQueryKeys.all, orderDiscordQueryKeys.all].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    )
  }, [queryClient])
}

export function useLinkDiscordAccount(customerId: string) {
  return useMutation<AdminCustomerDiscordResponse, FetchError, AdminLinkDiscordAccount>({
    mutationFn: (body) => request(`${path(customerId)}/account`, { method: "POST", body }),
    onSuccess: useRefreshAccess(),
  })
}

export function useUnlinkDiscordAccount(customerId: string) {
  return useMutation<AdminUnlinkDiscordAccountResponse, FetchError>({
    mutationFn: () => request(`${path(customerId)}/account`, { method: "DELETE" }),
    onSuccess: useRefreshAccess(),
  })
}

/** Looks at a customer in Discord as they are now, and brings them to what they should hold. */
export function useResyncCustomer(customerId: string) {
  return useMutation<{ customer_id: string; server_ids: string[] }, FetchError>({
    mutationFn: () => request(`${path(customerId)}/resync`, { method: "POST" }),
    onSuccess: useRefreshAccess(),
  })
}
