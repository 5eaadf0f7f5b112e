/** Every closed set of words that is stored, each spelled once and used by models, engine and HTTP types alike. */

export const SERVER_STATUSES = ["connected", "paused", "disconnected"] as const
export type ServerStatus = (typeof SERVER_STATUSES)[number]

/** Why a server could not be read: Discord refuses the bot itself, or does not let it into that server. */
export const UNREADABLE_REASONS = ["token", "bot_in_server"] as const
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number]

/** How a server is, at a glance: the worst of all that is known of it. */
export const SERVER_HEALTHS = ["healthy", "warning", "failing", "paused", "disconnected"] as const
export type ServerHealth = (typeof SERVER_HEALTHS)[number]

/** `linked`: tokens usable. `token_invalid`: Discord refused them, the customer must connect again. */
export const ACCOUNT_STATUSES = ["linked", "token_invalid", "unlinked"] as const
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number]

/** How the bot token stands in one process; `unknown` until it has called Discord. */
export const TOKEN_STATUSES = ["unknown", "accepted", "refused"] as const
export type TokenStatus = (typeof TOKEN_STATUSES)[number]

export const ENTITLEMENT_SOURCES = ["order", "subscription", "manual"] as const
export type EntitlementSource = (typeof ENTITLEMENT_SOURCES)[number]

/** Why access is suspended, though what gave it still stands. */
export const SUSPENSION_REASONS = ["dispute", "abuse", "other"] as const
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

/**
 * Where a membership stands. `due` and `retrying` are the engine's move; the `waiting_*` name whose move it is.
 */
export const MEMBERSHIP_STATUSES = [
  "due",
  "synced",
  "retrying",
  "waiting_for_join",
  "waiting_for_customer",
  "waiting_for_admin",
] as const
export type MembershipStatus = (typeof MEMBERSHIP_STATUSES)[number]

/**
 * `granted`: the plugin gave the role and takes it back. `adopted`: the member had it before and keeps it. `withheld`: a
 * moderator took it away, and the server's settings say to respect that.
 */
export const GRANT_ORIGINS = ["granted", "adopted", "withheld"] as const
export type GrantOrigin = (typeof GRANT_ORIGINS)[number]

/** Order in which due memberships are served: lower first. */
export const PRIORITY = { customer: 0, change: 1, bulk: 2 } as const
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY]

/** What happens to a member the plugin brought in, once nothing they bought is left. */
export const ACCESS_END_ACTIONS = ["remove_roles", "kick"] as const
export type AccessEndAction = (typeof ACCESS_END_ACTIONS)[number]

/** What happens when a moderator takes away a role that was paid for. */
export const ROLE_REMOVED_ACTIONS = ["restore", "respect"] as const
export type RoleRemovedAction = (typeof ROLE_REMOVED_ACTIONS)[number]

/** What happens at the end of access to a role the member had before. */
export const ADOPTED_ROLE_ACTIONS = ["keep", "remove"] as const
export type AdoptedRoleAction = (typeof ADOPTED_ROLE_ACTIONS)[number]

/** What the plugin did or decided, as the activity log tells it. */
export const ACTIVITY_ACTIONS = [
  "member_joined",
  "member_read",
  "role_added",
  "role_removed",
  // Of earlier versions, which did not say role by role what a call had changed.
  "roles_replaced",
  "member_kicked",
  "role_adopted",
  "role_left",
  "role_withheld",
  "sync_failed",
  "waiting",
  "account_linked",
  "account_unlinked",
  "server_connected",
  "server_disconnected",
  "server_paused",
  "server_resumed",
  "access_granted",
  "access_changed",
  "access_ended",
  "access_suspended",
  "access_resumed",
  "source_failed",
  "role_mapping_changed",
  "order_claimed",
  "message_sent",
  "customer_erased",
  "connect_failed",
] as const
export type ActivityAction = (typeof ACTIVITY_ACTIONS)[number]

export const OAUTH_PURPOSES = [
  "connect_server",
  "link_account",
  "claim_order",
  "connect_cart",
] as const
export type OAuthPurpose = (typeof OAUTH_PURPOSES)[number]

/** Whose move a failure is. `satisfied` means Discord is already as wanted, `bug` that the plugin asked wrongly. */
export const ERROR_OWNERS = ["transient", "customer", "admin", "satisfied", "bug"] as const
export type ErrorOwner = (typeof ERROR_OWNERS)[number]

/** Bulk work that a person can watch: orders from before the plugin was installed, owners of an edited mapping, all members of a server. */
export const SYNC_RUN_KINDS = ["order_backfill", "role_mapping", "reconcile"] as const
export type SyncRunKind = (typeof SYNC_RUN_KINDS)[number]

/** `waiting_for_admin`: a reconcile that would take so much away that it asks first. */
export const SYNC_RUN_STATUSES = [
  "running",
  "waiting_for_admin",
  "completed",
  "canceled",
  "failed",
] as const
export type SyncRunStatus = (typeof SYNC_RUN_STATUSES)[number]
