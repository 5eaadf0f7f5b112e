import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminDiscordMembershipCountsResponse,
  AdminDiscordMembershipListResponse,
  AdminDiscordMembershipResponse,
  AdminRetryDiscordMemberships,
  AdminRetryDiscordMembershipsResponse,
} from "../../../types/http"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

export const MEMBERSHIPS_PATH = "/admin/discord/memberships"

/** Who is listed. */
export interface MembershipFilter {
  move?: string[]
  server_id?: string[]
  role_id?: string[]
  q?: string
  order?: string
}

interface MembershipPage extends MembershipFilter {
  limit: number
  offset: number
}

export const membershipsQueryKeys = queryKeysFactory<MembershipPage>("discord_membership")
const countsQueryKeys = queryKeysFactory<Pick<MembershipFilter, "server_id">>(
  "discord_membership_count",
)

/** Long enough for a person to read a row before it moves on. */
const LOOK_AGAIN_MS = 5_000

interface Asked {
  /** False = not yet. */
  enabled: boolean
}

/** The members, looked at again by themselves: what is waited for changes while the admin reads it. */
export function useDiscordMemberships(query: MembershipPage, { enabled }: Asked) {
  return useQuery<AdminDiscordMembershipListResponse, FetchError>({
    queryKey: membershipsQueryKeys.list(query),
    queryFn: () => request(MEMBERSHIPS_PATH, { query }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_AGAIN_MS,
    enabled,
  })
}

/** How many there are of whom, before any of them is listed. */
export function useDiscordMembershipCounts(
  query: Pick<MembershipFilter, "server_id">,
  { enabled }: Asked,
) {
  return useQuery<AdminDiscordMembershipCountsResponse, FetchError>({
    queryKey: countsQueryKeys.list(query),
    queryFn: () => request(`${MEMBERSHIPS_PATH}/counts`, { query }),
    // Where to begin is asked for when the page is opened, not what was so the last time.
    refetchOnMount: "always",
    gcTime: 0,
    enabled,
  })
}

export function useRetryMembership() {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordMembershipResponse, FetchError, string>({
    mutationFn: (id) => request(`${MEMBERSHIPS_PATH}/${id}/retry`, { method: "POST" }),
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
    mutationFn: (body) => request(`${MEMBERSHIPS_PATH}/retry`, { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membershipsQueryKeys.lists() }),
  })
}
