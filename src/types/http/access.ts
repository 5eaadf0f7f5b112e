import type { MessageDetail } from "../../messages"
import type { EntitlementSource, SuspensionReason } from "../../modules/discord/statuses.rules"
import type {
  AdminDiscordAccount,
  AdminDiscordMemberRole,
  AdminDiscordMembership,
  AdminDiscordServerName,
} from "./membership"

/** A variant as the store knows it; titles are null when it was deleted. */
export interface AdminDiscordVariant {
  id: string
  title: string | null
  product_id: string | null
  product_title: string | null
}

/** A role that an entitlement's variant gives, and where it stands for this customer. */
export interface AdminDiscordEntitledRole extends AdminDiscordMemberRole {
  mapping_id: string
  /** Days of access the mapping gives; null = as long as owned. */
  access_days: number | null
  server: AdminDiscordServerName
  /** Null while the customer has not connected Discord. */
  membership_id: string | null
}

/** A customer's right to a variant, and what it gives. */
export interface AdminDiscordEntitlementAccess {
  id: string
  source: EntitlementSource
  /** Id of the order, subscription or grant. */
  source_id: string
  /** Number of the order as the shop shows it; null for other sources. */
  display_id: number | null
  provider: string | null
  actor_id: string | null
  note: string | null
  customer_id: string
  starts_at: string
  ends_at: string | null
  ended_reason: string | null
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
  /** The variant as the shop knows it; titles are null once it was deleted. */
  variant: AdminDiscordVariant
  roles: AdminDiscordEntitledRole[]
}

/** What an order gives, to whom, and why not yet. */
export interface AdminOrderDiscordResponse {
  order_id: string
  /** A guest's e-mail address is the order's, as it is now. */
  customer: { id: string; email: string | null; has_account: boolean } | null
  /** Whether the customer has connected Discord: `account` is not null. */
  linked: boolean
  account: AdminDiscordAccount | null
  entitlements: AdminDiscordEntitlementAccess[]
  memberships: AdminDiscordMembership[]
  /** The page on which the buyer signs in and connects Discord; null for guests, who have a claim link. */
  connect_url: string | null
  /** The message that asks the buyer to connect Discord; null when the store sends none. */
  connect_message: { sent_at: string | null } | null
  /** Why the order gives no role; null when it gives one, and while no server is connected. */
  no_roles_reason: string | null
  no_roles_reason_detail: MessageDetail | null
  /** The variants that were ordered, by the names they were bought under. */
  ordered: AdminDiscordVariant[]
}

/** One step of why a customer holds a role: order or subscription -> variant -> mapping -> role. */
export interface AdminDiscordRoleReason {
  entitlement_id: string
  source: EntitlementSource
  source_id: string
  display_id: number | null
  provider: string | null
  actor_id: string | null
  note: string | null
  active: boolean
  starts_at: string
  ends_at: string | null
  ended_reason: string | null
  /** Pieces that are owned: each gives a mapping's days of access. */
  quantity: number
  /** Since when it gives nothing for now, whatever its source says; null = it is not suspended. */
  suspended_at: string | null
  suspended_reason: SuspensionReason | null
  suspended_note: string | null
  /** Who suspended it: an admin's user id, or the name a developer's code goes by. */
  suspended_by: string | null
  variant: AdminDiscordVariant
  mapping_id: string
  access_days: number | null
}

/** A role of a customer with its whole chain; what Discord last said is in `last_answer`. */
export interface AdminCustomerDiscordRole extends AdminDiscordMemberRole {
  server: AdminDiscordServerName
  membership_id: string | null
  /** Empty when nothing of what the customer bought gives the role any more. */
  why: AdminDiscordRoleReason[]
}

/** The Discord user a customer is, and since when. */
export interface AdminLinkedDiscordAccount extends AdminDiscordAccount {
  linked_at: string
  /** Whether the plugin may bring the user into servers: only who consented in Discord agreed to that. */
  can_join: boolean
}

/** `GET /admin/customers/:id/discord`: what the customer has, and for each role why. */
export interface AdminCustomerDiscordResponse {
  customer_id: string
  account: AdminLinkedDiscordAccount | null
  /** The page on which the customer signs in and connects Discord; null for guests, whose orders have claim links. */
  connect_url: string | null
  entitlements: AdminDiscordEntitlementAccess[]
  memberships: AdminDiscordMembership[]
  roles: AdminCustomerDiscordRole[]
}

/** `POST /admin/customers/:id/discord/account` */
export interface AdminLinkDiscordAccount {
  discord_user_id: string
}

/** `DELETE /admin/customers/:id/discord/account` */
export interface AdminUnlinkDiscordAccountResponse {
  id: string
  object: "discord_account"
  deleted: true
}
