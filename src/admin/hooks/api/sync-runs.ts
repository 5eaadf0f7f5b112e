import type { FetchError } from "@medusajs/js-sdk"
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminCreateDiscordSyncRun,
  AdminDiscordDifferenceListResponse,
  AdminDiscordSyncRun,
  AdminDiscordSyncRunListResponse,
  AdminDiscordSyncRunResponse,
  AdminReconcileDiscordServer,
} from "../../../types/http"
import { queryKeysFactory } from "../../lib/query-keys"
import { request } from "../../lib/request"

interface SyncRunQuery {
  limit: number
  offset?: number
  server_id?: string
  kind?: AdminDiscordSyncRun["kind"]
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

/** The last comparison of a server's members with what they bought. */
export function useLastReconcile(serverId: string) {
  return useDiscordSyncRuns({ limit: 1, kind: "reconcile", server_id: serverId })
}

export function useReconcileServer(serverId: string) {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordSyncRunResponse, FetchError, AdminReconcileDiscordServer>({
    mutationFn: (body) =>
      request(`/admin/discord/servers/${serverId}/reconcile`, { method: "POST", body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: syncRunsQueryKeys.lists() }),
  })
}

/** What a run has found: by role, and a page of the members. */
export function useDifferences(runId: string, page: { limit: number; offset: number }) {
  return useQuery<AdminDiscordDifferenceListResponse, FetchError>({
    queryKey: [...syncRunsQueryKeys.detail(runId), "differences", page],
    queryFn: () => request(`/admin/discord/sync-runs/${runId}/differences`, { query: page }),
    placeholderData: keepPreviousData,
  })
}

export type Steering = "cancel" | "resume" | "confirm"

export function useSteerDiscordSyncRun(action: Steering) {
  const queryClient = useQueryClient()
  return useMutation<AdminDiscordSyncRunResponse, FetchError, string>({
    mutationFn: (id) => request(`/admin/discord/sync-runs/${id}/${action}`, { method: "POST" }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: syncRunsQueryKeys.lists() }),
  })
}
