import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateDiscordSyncRun,
  AdminDiscordSyncRunListResponse,
  AdminDiscordSyncRunResponse,
} from "../../../types/http"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

interface SyncRunQuery {
  limit: number
  offset?: number
}

const syncRunsQueryKeys = queryKeysFactory<SyncRunQuery>("discord_sync_run")

const WHILE_RUNNING_MS = 1_000
/** Another admin may start one. */
const OTHERWISE_MS = 10_000

/** Bulk work, newest first: followed closely while some of it runs. */
export function useDiscordSyncRuns(query: SyncRunQuery) {
  return useQuery<AdminDiscordSyncRunListResponse, FetchError>({
    queryKey: syncRunsQueryKeys.list(query),
    queryFn: () => request("/admin/discord/sync-runs", { query }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.sync_runs.some(({ status }) => status === "running")
        ? WHILE_RUNNING_MS
        : OTHERWISE_MS,
  })
}

export function useCreateDiscordSyncRun() {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordSyncRunResponse, FetchError, AdminCreateDiscordSyncRun>({
    mutationFn: (body) => request("/admin/discord/sync-runs", { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: syncRunsQueryKeys.lists() }),
  })
}

export function useSteerDiscordSyncRun(action: "cancel" | "resume") {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordSyncRunResponse, FetchError, string>({
    mutationFn: (id) => request(`/admin/discord/sync-runs/${id}/${action}`, { method: "POST" }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: syncRunsQueryKeys.lists() }),
  })
}
