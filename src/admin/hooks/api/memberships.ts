import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDiscordMembershipListResponse,
  AdminDiscordMembershipResponse,
  AdminRetryDiscordMemberships,
  AdminRetryDiscordMembershipsResponse,
} from "../../../types/http"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

export interface MembershipQuery {
  limit: number
  offset: number
  status?: string[]
  server_id?: string[]
  q?: string
}

const membershipsQueryKeys = queryKeysFactory<MembershipQuery>("discord_membership")

/** Long enough for a person to read a row before it moves on. */
const LOOK_AGAIN_MS = 5_000

/** The queue, looked at again by itself: it changes while the admin reads it. */
export function useDiscordMemberships(query: MembershipQuery) {
  return useQuery<AdminDiscordMembershipListResponse, FetchError>({
    queryKey: membershipsQueryKeys.list(query),
    queryFn: () => request("/admin/discord/memberships", { query }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
  })
}

export function useRetryMembership() {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordMembershipResponse, FetchError, string>({
    mutationFn: (id) => request(`/admin/discord/memberships/${id}/retry`, { method: "POST" }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membershipsQueryKeys.lists() }),
  })
}

export function useRetryMemberships() {
  const queryClient = useQueryClient()
  return useMutation<
    AdminRetryDiscordMembershipsResponse,
    FetchError,
    AdminRetryDiscordMemberships
  >({
    mutationFn: (body) => request("/admin/discord/memberships/retry", { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membershipsQueryKeys.lists() }),
  })
}
