import type { FetchError } from "@medusajs/js-sdk"
import { useMutation } from "@tanstack/react-query"
import type {
  AdminDiscordEntitlementDeleteResponse,
  AdminDiscordEntitlementResponse,
  AdminGrantDiscordEntitlement,
  AdminGrantDiscordEntitlementResponse,
  AdminUpdateDiscordEntitlement,
} from "../../../types/http"
import { sdk } from "../../lib/sdk"
import { useRefreshAccess } from "./customer-discord"

const PATH = "/admin/discord/entitlements"

export function useGrantAccess() {
  return useMutation<
    AdminGrantDiscordEntitlementResponse,
    FetchError,
    AdminGrantDiscordEntitlement
  >({
    mutationFn: (body) => sdk.client.fetch(PATH, { method: "POST", body }),
    onSuccess: useRefreshAccess(),
  })
}

export function useUpdateAccess(id: string) {
  return useMutation<AdminDiscordEntitlementResponse, FetchError, AdminUpdateDiscordEntitlement>({
    mutationFn: (body) => sdk.client.fetch(`${PATH}/${id}`, { method: "POST", body }),
    onSuccess: useRefreshAccess(),
  })
}

export function useEndAccess(id: string) {
  return useMutation<AdminDiscordEntitlementDeleteResponse, FetchError>({
    mutationFn: () => sdk.client.fetch(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: useRefreshAccess(),
  })
}
