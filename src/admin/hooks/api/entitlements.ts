import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback } from "react"
import type {
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementListResponse,
  AdminDiscordEntitlementResponse,
  AdminDiscordNamedEntitlement,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
  AdminSuspendDiscordEntitlement,
  AdminUpdateDiscordEntitlement,
} from "../../../types/http"
import { ENTITLEMENT_STATES } from "../../../types/http/words"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"
import { useRefreshAccess } from "./customer-discord"

export const ENTITLEMENTS_PATH = "/admin/discord/entitlements"

/** Which access is listed. */
export interface EntitlementFilter {
  state?: string[]
  product_id?: string[]
  variant_id?: string[]
  source?: string[]
  ends_at?: { $gte?: string; $lte?: string }
  q?: string
  order: string
}

interface EntitlementPage extends EntitlementFilter {
  limit: number
  offset: number
}

const entitlementsQueryKeys = queryKeysFactory<EntitlementPage>("discord_entitlement")

export function useDiscordEntitlements(query: EntitlementPage) {
  return useQuery<AdminDiscordEntitlementListResponse, FetchError>({
    queryKey: entitlementsQueryKeys.list(query),
    queryFn: () => request(ENTITLEMENTS_PATH, { query }),
    placeholderData: keepPreviousData,
    // Time alone ends access, and every order gives some.
    refetchOnMount: "always",
  })
}

/**
 * Reads anew what a change of access shows in. The list is not waited for: a row that leaves its tab takes its menu with it, and
 * what that has yet to say.
 */
function useRefreshEntitlements(): () => Promise<void> {
  const queryClient = useQueryClient()
  const refresh = useRefreshAccess()
  return useCallback(async () => {
    void queryClient.invalidateQueries({ queryKey: entitlementsQueryKeys.lists() })
    await refresh()
  }, [queryClient, refresh])
}

export function useGrantAccess() {
  return useMutation<
    AdminGrantDiscordEntitlementResponse,
    FetchError,
    AdminGrantDiscordEntitlement
  >({
    mutationFn: (body) => request(ENTITLEMENTS_PATH, { method: "POST", body }),
    onSuccess: useRefreshEntitlements(),
  })
}

export function useUpdateAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError, AdminUpdateDiscordEntitlement>({
    mutationFn: (body) => request(`${ENTITLEMENTS_PATH}/${id}`, { method: "POST", body }),
    onSuccess: useRefreshEntitlements(),
  })
}

export function useEndAccess(id: string) {
  return useMutation<AdminDiscordEntitlementDeleteResponse, FetchError>({
    mutationFn: () => request(`${ENTITLEMENTS_PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshEntitlements(),
  })
}

/** So many values of one name are read as a list. */
const LISTED = 20
const MOST = 1_000

/** What a person gave some customers and nothing has ended, be it to come or suspended. */
export async function listGivenByHand(
  customerIds: readonly string[],
): Promise<Pick<AdminDiscordNamedEntitlement, "id" | "customer_id">[]> {
  const ids = [...new Set(customerIds)]
  const parts = Array.from({ length: Math.ceil(ids.length / LISTED) }, (_, at) =>
    ids.slice(at * LISTED, (at + 1) * LISTED),
  )
  const pages = await Promise.all(
    parts.map((customer_id) =>
      request<AdminDiscordEntitlementListResponse>(ENTITLEMENTS_PATH, {
        query: {
          customer_id,
          source: "manual",
          state: ENTITLEMENT_STATES.filter((state) => state !== "ended"),
          fields: "customer_id",
          limit: MOST,
        },
      }),
    ),
  )
  return pages.flatMap(({ entitlements }) => entitlements)
}

/** Ends several, one after the other, as far as it goes. A page holds few. */
export function useEndAccesses() {
  return useMutation<{ ended: number; failure: unknown }, FetchError, string[]>({
    mutationFn: async (ids) => {
      let ended = 0
      for (const id of ids) {
        try {
          await request(`${ENTITLEMENTS_PATH}/${id}`, { method: "DELETE" })
          ended++
        } catch (failure) {
          return { ended, failure }
        }
      }
      return { ended, failure: null }
    },
    onSuccess: useRefreshEntitlements(),
  })
}

export function useSuspendAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError, AdminSuspendDiscordEntitlement>({
    mutationFn: (body) => request(`${ENTITLEMENTS_PATH}/${id}/suspend`, { method: "POST", body }),
    onSuccess: useRefreshEntitlements(),
  })
}

export function useResumeAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError>({
    mutationFn: () => request(`${ENTITLEMENTS_PATH}/${id}/resume`, { method: "POST" }),
    onSuccess: useRefreshEntitlements(),
  })
}
