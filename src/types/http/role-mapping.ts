/** What to save for one variant. */
export interface AdminVariantDiscordRoles {
  variant_id: string
  roles: { role_id: string; access_days?: number | null }[]
}

/** Replaces the mappings of every variant it names, as one. */
export interface AdminSetProductDiscordRoles {
  variants: AdminVariantDiscordRoles[]
}

export interface AdminMappedDiscordRole {
  role_id: string
  access_days: number | null
  name: string
  color: number
  server_id: string
  server_name: string
  assignable: boolean
  /** Why the bot cannot give the role, in words; null when it can. */
  message: string | null
}

/** Every variant of the product, those without roles too. */
export interface AdminProductDiscordRolesResponse {
  variants: { variant_id: string; roles: AdminMappedDiscordRole[] }[]
}

export interface StoreDiscordRole {
  name: string
  color: number
  server_name: string
}

export interface StoreProductDiscordRolesResponse {
  variants: { variant_id: string; roles: StoreDiscordRole[] }[]
}
