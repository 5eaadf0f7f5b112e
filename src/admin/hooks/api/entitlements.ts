import type { FetchError } from "@medusajs/js-sdk"
import { useMutation } from "@tanstack/react-query"
import type {
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementResponse,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
  AdminSuspendDiscordEntitlement,
  AdminUpdateDiscordEntitlement,
} from "../../../types/http"
import { request } from "../../lib/request"
import { useRefreshAccess } from "./customer-discord"

const PATH = "/admin/discord/entitlements"

export function useGrantAccess() {
  return useMutation<
    AdminGrantDiscordEntitlementResponse,
    FetchError,
    AdminGrantDiscordEntitlement
  >({
    mutationFn: (body) => request(PATH, { method: "POST", body }),
    onSuccess: useRefreshAccess(),
  })
}

export function useUpdateAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError, AdminUpdateDiscordEntitlement>({
    mutationFn: (body) => request(`${PATH}/${id}`, { method: "POST", body }),
    onSuccess: useRefreshAccess(),
  })
}

export function useEndAccess(id: string) {
  return useMutation<AdminDiscordEntitlementDeleteResponse, FetchError>({
    mutationFn: () => request(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshAccess(),
  })
}

export function useSuspendAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError, AdminSuspendDiscordEntitlement>({
    mutationFn: (body) => request(`${PATH}/${id}/suspend`, { method: "POST", body }),
    onSuccess: useRefreshAccess(),
  })
}

export function useResumeAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError>({
    mutationFn: () => request(`${PATH}/${id}/resume`, { method: "POST" }),
    onSuccess: useRefreshAccess(),
  })
}
