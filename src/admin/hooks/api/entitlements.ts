import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementListResponse,
  AdminDiscordEntitlementResponse,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
  AdminSuspendDiscordEntitlement,
  AdminUpdateDiscordEntitlement,
} from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { queryKeysFactory } from "../../lib/query-keys"
import { download, request } from "../../lib/request"
import { useRefreshAccess } from "./customer-discord"

const PATH = "/admin/discord/entitlements"

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
    queryFn: () => request(PATH, { query }),
    placeholderData: keepPreviousData,
    // Time alone ends access, and every order gives some.
    refetchOnMount: "always",
  })
}

/** All that the filter finds, as a CSV file in the admin's language. A link would not carry the sign-in of a store that uses JWT. */
export function useDownloadEntitlements() {
  const { i18n } = useTranslation(NAMESPACE)
  return useMutation<Blob, FetchError, EntitlementFilter>({
    mutationFn: (query) =>
      download(PATH, {
        query,
        headers: { accept: "text/csv", "accept-language": i18n.language },
      }),
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
    mutationFn: (body) => request(PATH, { method: "POST", body }),
    onSuccess: useRefreshEntitlements(),
  })
}

export function useUpdateAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError, AdminUpdateDiscordEntitlement>({
    mutationFn: (body) => request(`${PATH}/${id}`, { method: "POST", body }),
    onSuccess: useRefreshEntitlements(),
  })
}

export function useEndAccess(id: string) {
  return useMutation<AdminDiscordEntitlementDeleteResponse, FetchError>({
    mutationFn: () => request(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshEntitlements(),
  })
}

/** Ends several, one after the other, as far as it goes. A page holds few. */
export function useEndAccesses() {
  return useMutation<{ ended: number; failure: unknown }, FetchError, string[]>({
    mutationFn: async (ids) => {
      let ended = 0
      for (const id of ids) {
        try {
          await request(`${PATH}/${id}`, { method: "DELETE" })
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
    mutationFn: (body) => request(`${PATH}/${id}/suspend`, { method: "POST", body }),
    onSuccess: useRefreshEntitlements(),
  })
}

export function useResumeAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError>({
    mutationFn: () => request(`${PATH}/${id}/resume`, { method: "POST" }),
    onSuccess: useRefreshEntitlements(),
  })
}
