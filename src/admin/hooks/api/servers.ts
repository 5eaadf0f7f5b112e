import type { FetchError } from "@medusajs/js-sdk"
import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query"
import type {
  AdminDiscordInvitationResponse,
  AdminDiscordRoleListResponse,
  AdminDiscordRoleTestResponse,
  AdminDiscordServerDeleteResponse,
  AdminDiscordServerDisconnectPreviewResponse,
  AdminDiscordServerListResponse,
  AdminDiscordServerMemberListResponse,
  AdminDiscordServerResponse,
  AdminDiscordServerRolesListResponse,
  AdminTestDiscordRole,
  AdminUpdateDiscordServer,
  AuthorizationUrlResponse,
} from "../../../types/http/server"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

interface ListQuery {
  fields?: string
  limit?: number
  offset?: number
  q?: string
  order?: string
}

export const serversQueryKeys = queryKeysFactory<ListQuery>("discord_server")
/** How far the set-up is hangs on the servers: what makes those stale makes it stale. */
export const setupQueryKey = [...serversQueryKeys.all, "setup"] as const
const serverRolesQueryKeys = queryKeysFactory<ListQuery>("discord_server_role")

/** Discord allows a server this many roles. */
const MAX_ROLES = 250
const ALL_ROLES: ListQuery = { limit: MAX_ROLES }
const SERVERS_AND_ROLES: ListQuery = {
  limit: 100,
  fields: "id,guild_id,name,roles.role_id,roles.name,roles.managed,roles.position",
}

export function useDiscordServers(
  query: ListQuery = { limit: 100 },
  options: { enabled?: boolean; refetchInterval?: number | false } = {},
) {
  return useQuery<AdminDiscordServerListResponse, FetchError>({
    queryKey: serversQueryKeys.list(query),
    queryFn: () => request("/admin/discord/servers", { query }),
    // A server may have been connected in another tab a moment ago.
    refetchOnMount: "always",
    placeholderData: keepPreviousData,
    ...options,
  })
}

/** Every role of a server, highest first. */
export function useDiscordServerRoles(serverId: string | null) {
  return useQuery<AdminDiscordRoleListResponse, FetchError>({
    queryKey: serverRolesQueryKeys.detail(serverId ?? "", ALL_ROLES),
    queryFn: () => request(`/admin/discord/servers/${serverId}/roles`, { query: ALL_ROLES }),
    enabled: serverId !== null,
    // The usual answer to "cannot be assigned" is a change in Discord, then a second look here.
    refetchOnMount: "always",
  })
}

/** Every server with its roles, in one request: what lists are filtered by. */
export function useServersAndRoles() {
  return useQuery<AdminDiscordServerRolesListResponse, FetchError>({
    queryKey: serversQueryKeys.list(SERVERS_AND_ROLES),
    queryFn: () => request("/admin/discord/servers", { query: SERVERS_AND_ROLES }),
  })
}

/** A server with its health checks, as of what the store last read. */
export function useDiscordServer(id: string) {
  return useQuery<AdminDiscordServerResponse, FetchError>({
    queryKey: serversQueryKeys.detail(id),
    queryFn: () => request(`/admin/discord/servers/${id}`),
  })
}

/** Has the server read from Discord again. */
export function useRefreshDiscordServer(id: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordServerResponse, FetchError>({
    mutationFn: () => request(`/admin/discord/servers/${id}/refresh`, { method: "POST" }),
    onSuccess: (answer) => takeServer(queryClient, id, answer),
  })
}

export function useUpdateDiscordServer(id: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordServerResponse, FetchError, AdminUpdateDiscordServer>({
    mutationFn: (body) => request(`/admin/discord/servers/${id}`, { method: "POST", body }),
    onSuccess: (answer) => takeServer(queryClient, id, answer),
  })
}

/** Whom disconnecting the server would concern. */
export function useDisconnectPreview(id: string) {
  return useQuery<AdminDiscordServerDisconnectPreviewResponse, FetchError>({
    queryKey: [...serversQueryKeys.detail(id), "disconnect"],
    queryFn: () => request(`/admin/discord/servers/${id}/disconnect`),
    refetchOnMount: "always",
  })
}

export function useDisconnectDiscordServer(id: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordServerDeleteResponse, FetchError, "keep" | "remove">({
    mutationFn: (roles) =>
      request(`/admin/discord/servers/${id}`, { method: "DELETE", query: { roles } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: serversQueryKeys.all }),
  })
}

/** People in the server whose name begins with `words`; nobody is asked for without any. */
export function useDiscordServerMembers(id: string, words: string) {
  return useQuery<AdminDiscordServerMemberListResponse, FetchError>({
    queryKey: ["discord_server_member", id, words],
    queryFn: () => request(`/admin/discord/servers/${id}/members`, { query: { q: words } }),
    enabled: words !== "",
    placeholderData: keepPreviousData,
  })
}

export function useTestDiscordRole(id: string) {
  const client = useQueryClient()
  return useMutation<AdminDiscordRoleTestResponse, FetchError, AdminTestDiscordRole>({
    mutationFn: (body) => request(`/admin/discord/servers/${id}/test`, { method: "POST", body }),
    // The checks tell of what it could not take back.
    onSettled: () => client.invalidateQueries({ queryKey: serversQueryKeys.detail(id) }),
  })
}

/** Where to send the browser to install the bot in a server. */
export async function beginConnect(): Promise<string> {
  const { authorization_url } = await request<AuthorizationUrlResponse>(
    "/admin/discord/servers/connect",
    { method: "POST" },
  )
  return authorization_url
}

/** @returns when a list of what is to be set up that is on the page says the same as the server */
async function takeServer(
  queryClient: QueryClient,
  id: string,
  answer: AdminDiscordServerResponse,
): Promise<void> {
  queryClient.setQueryData(serversQueryKeys.detail(id), answer)
  void queryClient.invalidateQueries({ queryKey: serversQueryKeys.lists() })
  void queryClient.invalidateQueries({ queryKey: serverRolesQueryKeys.details() })
  await queryClient.invalidateQueries({ queryKey: setupQueryKey })
}

/** Makes a link that brings one person into the server. */
export function useCreateInvitation(serverId: string) {
  return useMutation<AdminDiscordInvitationResponse, FetchError>({
    mutationFn: () => request(`/admin/discord/servers/${serverId}/invitation`, { method: "POST" }),
  })
}
