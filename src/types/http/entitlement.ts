import type { MessageDetail } from "../../messages"
import type {
  EntitlementCounts,
  EntitlementState,
} from "../../modules/discord/entitlement/entitlement-state.rules"
import type { EntitlementSource, SuspensionReason } from "../../modules/discord/statuses.rules"
import type { AdminDiscordVariant } from "./access"
import type { Page } from "./paging"

/** A customer's right to a variant, whatever gave it. */
export interface AdminDiscordEntitlement {
  id: string
  source: EntitlementSource
  /** The order's or subscription's id; for manual access the reference, or its own id. */
  source_id: string
  /** Which configured subscription source it comes from. */
  provider: string | null
  variant_id: string
  customer_id: string
  starts_at: string
  ends_at: string | null
  /** Why it ended, when somebody ended it; null when it stands, or when time alone ended it. */
  ended_reason: string | null
  /** Who gave manual access. */
  actor_id: string | null
  note: string | null
  /** Pieces that are owned: each gives a mapping's days of access. */
  quantity: number
  /** Since when it gives nothing for now, whatever its source says; null = it is not suspended. */
  suspended_at: string | null
  suspended_reason: SuspensionReason | null
  suspended_note: string | null
  /** Who suspended it: an admin's user id, or the name a developer's code goes by. */
  suspended_by: string | null
  /** Whether it gives its roles now. */
  active: boolean
  /** How it stands now; only what is active gives its roles. */
  state: EntitlementState
  created_at: string
  updated_at: string
}

/** Whose access it is, as the shop knows them. */
export interface AdminDiscordEntitlementCustomer {
  id: string
  /** First and last name; null when the shop knows none. */
  name: string | null
  email: string | null
  /** False = a guest. */
  has_account: boolean
}

/** An entitlement with everybody and everything in it by name. */
export interface AdminDiscordNamedEntitlement extends AdminDiscordEntitlement {
  /** Null once the customer was deleted. */
  customer: AdminDiscordEntitlementCustomer | null
  /** Titles are null once it was deleted. */
  variant: AdminDiscordVariant
  /** Null for other sources; its number is null when there is no such order any more. */
  order: { id: string; display_id: number | null } | null
  /** Who gave manual access; the name is the id when the shop knows nobody by it. */
  actor: { id: string; name: string } | null
}

/** Newest first, unless `order` says otherwise. With `Accept: text/csv` the same rows, all of them, as a download. */
export interface AdminDiscordEntitlementListResponse extends Page {
  entitlements: AdminDiscordNamedEntitlement[]
  /** Of all that is found, whatever state is asked for. */
  counts: EntitlementCounts
  /** Whether more customers fit `q` than are looked at: the newest thousand. */
  customers_cut: boolean
}

/** `POST /admin/discord/entitlements`: access given by hand. */
export interface AdminGrantDiscordEntitlement {
  customer_id: string
  variant_id: string
  starts_at?: string
  /** Left out or null: it stands until it is ended. */
  ends_at?: string | null
  /** Granting again under the same reference updates the one entitlement. */
  reference?: string
  note?: string | null
}

/** What is left out stays. */
export interface AdminUpdateDiscordEntitlement {
  ends_at?: string | null
  note?: string | null
}

/** `POST /admin/discord/entitlements/:id/suspend` */
export interface AdminSuspendDiscordEntitlement {
  reason: SuspensionReason
  /** Why, for the dashboard and the log: customers never see it. */
  note?: string | null
}

/** One entitlement, as it is now. */
export interface AdminDiscordEntitlementResponse {
  entitlement: AdminDiscordEntitlement
}

/** `POST /admin/discord/entitlements` */
export interface AdminGrantDiscordEntitlementResponse extends AdminDiscordEntitlementResponse {
  /** What to know, in words: the variant gives no role yet, the customer has not connected Discord. */
  notices: string[]
  notice_details: MessageDetail[]
}

/** It stays in the list, as ended: who had access and why is not forgotten. */
export interface AdminDiscordEntitlementDeleteResponse extends AdminDiscordEntitlementResponse {
  id: string
  object: "discord_entitlement"
  deleted: true
}
