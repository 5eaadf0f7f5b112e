import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminPreviewProductDiscordRolesResponse,
  AdminProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../../types/http/role-mapping"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

const productRolesQueryKeys = queryKeysFactory("discord_product_role")

const path = (productId: string) => `/admin/products/${productId}/discord-roles`

export function useProductDiscordRoles(
  productId: string,
  options: { refetchOnMount?: boolean | "always" } = {},
) {
  return useQuery<AdminProductDiscordRolesResponse, FetchError>({
    queryKey: productRolesQueryKeys.detail(productId),
    queryFn: () => request(path(productId)),
    ...options,
  })
}

export function useSetProductDiscordRoles(productId: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminProductDiscordRolesResponse, FetchError, AdminSetProductDiscordRoles>({
    mutationFn: (body) => request(path(productId), { method: "POST", body }),
    onSuccess: (answer) =>
      queryClient.setQueryData(productRolesQueryKeys.detail(productId), answer),
  })
}

/** Whom saving would change; saves nothing. */
export function usePreviewProductDiscordRoles(productId: string) {
  return useMutation<
    AdminPreviewProductDiscordRolesResponse,
    FetchError,
    AdminSetProductDiscordRoles
  >({
    mutationFn: (body) => request(`${path(productId)}/preview`, { method: "POST", body }),
  })
}
