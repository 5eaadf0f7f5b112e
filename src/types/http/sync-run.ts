import type { MessageDetail } from "../../messages"
import type { SyncRunKind, SyncRunStatus } from "../../modules/discord/statuses.rules"
import type { Page } from "./paging"

/** A product, as the shop calls it. */
export interface AdminDiscordSyncRunProduct {
  id: string
  title: string
}

/** A piece of bulk work and how far it is. */
export interface AdminDiscordSyncRun {
  id: string
  kind: SyncRunKind
  status: SyncRunStatus
  dry_run: boolean
  server_id: string | null
  /** Who began it: an admin's user id, or what a developer's code calls itself; null when nobody is known. */
  actor_id: string | null
  /** `role_mapping`: the variants whose roles were changed. */
  variant_ids: string[]
  /** The products of these variants that are still there. */
  products: AdminDiscordSyncRunProduct[]
  /** `role_mapping`: members to look at. `order_backfill`: orders to read. */
  total: number
  done: number
  /** `role_mapping`: roles given. `order_backfill`: entitlements found anew. */
  added: number
  /** `role_mapping`: roles taken. `order_backfill`: entitlements that turned out to have ended. */
  removed: number
  failed: number
  /** Per second, since it was started or resumed; null before it can be told. */
  rate: number | null
  /** Seconds left at that rate; null when it cannot be told or nothing is left. */
  remaining_seconds: number | null
  /** What the run does, or what its cancel meant, in words. */
  message: string
  message_detail: MessageDetail
  error_message: string | null
  can_cancel: boolean
  can_resume: boolean
  created_at: string
  finished_at: string | null
}

/** `GET /admin/discord/sync-runs/:id`: one piece of bulk work and how far it came. */
export interface AdminDiscordSyncRunResponse {
  sync_run: AdminDiscordSyncRun
}

/** Newest first. */
export interface AdminDiscordSyncRunListResponse extends Page {
  sync_runs: AdminDiscordSyncRun[]
}

/** `POST /admin/discord/sync-runs` */
export interface AdminCreateDiscordSyncRun {
  kind: "order_backfill"
}
