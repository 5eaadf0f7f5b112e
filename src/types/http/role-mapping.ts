import type { MessageDetail } from "../../messages"
import type { StoreDiscordTodo } from "./account"

/** What to save for one variant. */
export interface AdminVariantDiscordRoles {
  variant_id: string
  roles: {
    role_id: string
    access_days?: number | null
    /** Only purchases since then get the role (ISO 8601); null = all; left out = as `apply_to` has it. */
    offered_from?: string | null
  }[]
  /**
   * What earlier buyers keep of roles that are offered no more. Left out, that stays as it is; what the list leaves out is taken
   * from them.
   */
  kept?: {
    role_id: string
    access_days?: number | null
    /** Purchases since then and before `offered_until` (ISO 8601); null = all before it. */
    offered_from?: string | null
    offered_until: string
  }[]
}

/**
 * Whom a change is for. `new_buyers`: what was bought before keeps what it gives, and gets nothing more; an `offered_from` or `kept` that
 * would change that is refused.
 */
export type AdminDiscordRolesApplyTo = "everyone" | "new_buyers"

/** Replaces the mappings of every variant it names, as one. */
export interface AdminSetProductDiscordRoles {
  variants: AdminVariantDiscordRoles[]
  /** Default: everyone. */
  apply_to?: AdminDiscordRolesApplyTo
  /**
   * Must be true when a variant is newly to give a role that lets its holders manage the server; else the answer is 400 and
   * nothing is saved. What a variant gives already stays without it.
   */
  accept_dangerous_permissions?: boolean
  /**
   * Whether the product is sold only to buyers who have connected Discord; null = as the option `requireConnection` says. Left
   * out, that stays as it is.
   */
  require_connection?: boolean | null
}

/** A role that lets its holders manage the server, chosen for a variant that does not give it yet. */
export interface AdminDangerousDiscordRole {
  /** Discord's id. */
  role_id: string
  name: string
  server_name: string
  /** By the names Discord gives them, e.g. Administrator. */
  dangerous_permissions: string[]
  dangerous_permission_details: MessageDetail[]
}

/** A role that a variant gives. */
export interface AdminMappedDiscordRole {
  role_id: string
  access_days: number | null
  /** Only purchases since then get the role (ISO 8601); null = all. */
  offered_from: string | null
  name: string
  color: number
  server_id: string
  server_name: string
  assignable: boolean
  /** Why the bot cannot give the role, in words; null when it can. */
  message: string | null
  message_detail: MessageDetail | null
}

/** A role that a variant gives no more to new buyers, and that earlier ones keep. */
export interface AdminKeptDiscordRole extends AdminMappedDiscordRole {
  /** Only purchases before then have the role (ISO 8601). */
  offered_until: string
}

/** Whether buyers have to connect Discord first: `"warn"` = the storefront says so, and sells all the same. */
export type DiscordRequireConnection = boolean | "warn"

/** Every variant of the product, those without roles too. */
export interface AdminProductDiscordRolesResponse {
  /** What was set for the product itself; null = nothing. */
  require_connection: boolean | null
  /** What the store's option says. */
  require_connection_default: DiscordRequireConnection
  variants: {
    variant_id: string
    /** What new buyers get. */
    roles: AdminMappedDiscordRole[]
    /** What only earlier buyers have; a role may be in both lists, with other days. */
    kept: AdminKeptDiscordRole[]
  }[]
}

/** A role as a shopper sees it before buying. */
export interface StoreDiscordRole {
  name: string
  color: number
  server_name: string
  guild_id: string
  /** The server's picture on Discord's CDN; null when it has none. */
  icon_url: string | null
}

/** What a variant gives, and whether who asks would get it now. */
export interface StoreVariantDiscordRoles {
  variant_id: string
  roles: StoreDiscordRole[]
  /** Whether they would hold the roles soon after buying, as far as is known. */
  ready: boolean
  /** What they would have to do first; null when `ready`. */
  todo: StoreDiscordTodo | null
}

/** `GET /store/products/:id/discord-roles`: what each variant gives. */
export interface StoreProductDiscordRolesResponse {
  /** Whether this product is sold only to buyers who have connected Discord. */
  require_connection: DiscordRequireConnection
  variants: StoreVariantDiscordRoles[]
}

/** What saving would change for the customers a product has now, in one server. */
export interface AdminDiscordRolesPreviewServer {
  server_id: string
  server_name: string
  /** Members whom the engine will look at. */
  members: number
  /** Of these: who will be given a role, and who will lose one. */
  gaining: number
  losing: number
}

/** Somebody whom saving would give a role, or take one from. */
export interface AdminDiscordRolesPreviewCustomer {
  customer_id: string
  discord_user_id: string
  username: string
  global_name: string | null
}

/** What saving would change for the customers a product has now, in one role. */
export interface AdminDiscordRolesPreviewRole {
  /** Discord's id. */
  role_id: string
  name: string
  color: number
  server_id: string
  server_name: string
  /** How many would be given the role, and how many would lose it. */
  gaining: number
  losing: number
  /** The first 20 of each. */
  gaining_customers: AdminDiscordRolesPreviewCustomer[]
  losing_customers: AdminDiscordRolesPreviewCustomer[]
}

/** `POST /admin/products/:id/discord-roles/preview`: takes the body that would be saved, and saves nothing. */
export interface AdminPreviewProductDiscordRolesResponse {
  /** Variants whose roles would really change. */
  variant_ids: string[]
  /** Connected customers who own one of them. */
  customers: number
  /** Customers who own one of them and have not connected Discord: nothing happens for them now. */
  unlinked_customers: number
  servers: AdminDiscordRolesPreviewServer[]
  /** Roles that somebody would gain or lose, highest first within each server. */
  roles?: AdminDiscordRolesPreviewRole[]
  /** What saving needs `accept_dangerous_permissions` for; each once, however many variants are to give it. */
  dangerous_roles: AdminDangerousDiscordRole[]
}
