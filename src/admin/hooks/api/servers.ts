import type { FetchError } from "@medusajs/js-sdk"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDiscordRoleListResponse,
  AdminDiscordServerListResponse,
  AdminDiscordServerRefreshResponse,
} from "../../../types/http/server"
import { queryKeysFactory } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

interface ListQuery {
  limit?: number
  offset?: number
}

export const serversQueryKeys = queryKeysFactory<ListQuery>("discord_server")
export const serverRolesQueryKeys = queryKeysFactory<ListQuery>("discord_server_role")

/** Discord allows a server this many roles. */
const MAX_ROLES = 250
const ALL_ROLES: ListQuery = { limit: MAX_ROLES }

export function useDiscordServers(query: ListQuery = { limit: 100 }) {
  return useQuery<AdminDiscordServerListResponse, FetchError>({
    queryKey: serversQueryKeys.list(query),
    queryFn: () => sdk.client.fetch("/admin/discord/servers", { query }),
    // A server may have been connected in another tab a moment ago.
    refetchOnMount: "always",
  })
}

/** Every role of a server, highest first. */
export function useDiscordServerRoles(serverId: string | null) {
  return useQuery<AdminDiscordRoleListResponse, FetchError>({
    queryKey: serverRolesQueryKeys.detail(serverId ?? "", ALL_ROLES),
    queryFn: () =>
      sdk.client.fetch(`/admin/discord/servers/${serverId}/roles`, { query: ALL_ROLES }),
    enabled: serverId !== null,
    // The usual answer to "cannot be assigned" is a change in Discord, then a second look here.
    refetchOnMount: "always",
  })
}

/** Reads a server from Discord again: what an admin changed there counts here at once. */
export function useRefreshDiscordServer() {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordServerRefreshResponse, FetchError, string>({
    mutationFn: (serverId) =>
      sdk.client.fetch(`/admin/discord/servers/${serverId}/refresh`, { method: "POST" }),
    onSuccess: async (_answer, serverId) => {
      await Promise.all([
        queryClient.invalidateQueries({
          queryKey: serverRolesQueryKeys.detail(serverId, ALL_ROLES),
        }),
        queryClient.invalidateQueries({ queryKey: serversQueryKeys.all }),
      ])
    },
  })
}
