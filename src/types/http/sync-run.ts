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
  /** `reconcile`: the server whose members are compared. */
  server_id: string | null
  server_name: string | null
  /** Who began it: an admin's user id, or what a developer's code calls itself; null when nobody is known. */
  actor_id: string | null
  /** `role_mapping`: the variants whose roles were changed. */
  variant_ids: string[]
  /** The products of these variants that are still there. */
  products: AdminDiscordSyncRunProduct[]
  /** `role_mapping`: members to look at. `order_backfill`: orders to read. `reconcile`: members of the server whom the store knows. */
  total: number
  done: number
  /** `role_mapping`, `reconcile`: roles given, or to be given of a dry run. `order_backfill`: entitlements found anew. */
  added: number
  /** `role_mapping`, `reconcile`: roles taken, or to be taken. `order_backfill`: entitlements that turned out to have ended. */
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
  /** Whether it has found what `POST .../confirm` would have it do. */
  can_confirm: boolean
  /** What a run would take away that asks first: so many roles of all that the store has given in the server. */
  takings: { removed: number; roles: number } | null
  created_at: string
  finished_at: string | null
}

/** `GET /admin/discord/sync-runs/:id`: one piece of bulk work and how far it came. */
export interface AdminDiscordSyncRunResponse {
  sync_run: AdminDiscordSyncRun
}

/** `POST /admin/discord/servers/:id/reconcile` */
export interface AdminReconcileDiscordServer {
  /** Finds out what would be done, and changes nothing. */
  dry_run?: boolean | undefined
}

/** A role by which Discord and the store differ. */
export interface AdminDiscordDifferenceRole {
  role_id: string
  name: string
  /** RGB as one integer. */
  color: number
}

/** A member who does not hold what they should, and what would be done about it. */
export interface AdminDiscordDifference {
  id: string
  membership_id: string
  discord_user_id: string
  username: string
  global_name: string | null
  added: AdminDiscordDifferenceRole[]
  removed: AdminDiscordDifferenceRole[]
  /** Whether they would be taken out of the server. */
  kicked: boolean
}

/** `GET /admin/discord/sync-runs/:id/differences`: kept until the server is checked again. */
export interface AdminDiscordDifferenceListResponse extends Page {
  differences: AdminDiscordDifference[]
  /** Of each role, how many members would be given it, and how many would lose it. */
  roles: (AdminDiscordDifferenceRole & { added: number; removed: number })[]
  /** How many members would be taken out of the server. */
  kicked: number
}

/** Newest first. */
export interface AdminDiscordSyncRunListResponse extends Page {
  sync_runs: AdminDiscordSyncRun[]
}

/** `POST /admin/discord/sync-runs` */
export interface AdminCreateDiscordSyncRun {
  kind: "order_backfill"
}
