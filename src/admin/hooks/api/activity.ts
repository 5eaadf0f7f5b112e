import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminDiscordActivityListResponse } from "../../../types/http"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

export const ACTIVITY_PATH = "/admin/discord/activity"

export interface ActivityFilter {
  server_id?: string[]
  action?: string[]
  outcome?: string
  created_at?: { $gte?: string; $lte?: string }
  /** Part of a Discord name, or a Discord user's id. */
  member?: string
  /** Part of a role's name. */
  role?: string
  /** By id or e-mail address. */
  customer_id?: string[]
  /** By id or number. */
  order_id?: string[]
  discord_code?: string[]
  account_id?: string[]
  membership_id?: string[]
  role_id?: string[]
  trigger?: string[]
  q?: string
}

export interface ActivityQuery extends ActivityFilter {
  limit: number
  offset: number
}

const activityQueryKeys = queryKeysFactory<ActivityQuery>("discord_activity")

export function useDiscordActivity(query: ActivityQuery) {
  return useQuery<AdminDiscordActivityListResponse, FetchError>({
    queryKey: activityQueryKeys.list(query),
    queryFn: () => request(ACTIVITY_PATH, { query }),
    placeholderData: keepPreviousData,
    // What happened a moment ago is why somebody opens this page.
    refetchOnMount: "always",
  })
}
