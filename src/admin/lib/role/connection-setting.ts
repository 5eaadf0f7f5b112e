import type {
  AdminProductDiscordRolesResponse,
  DiscordRequireConnection,
} from "../../../types/http/role-mapping"

/** Whether a product is sold only to connected buyers. */
export interface ConnectionSetting {
  /** What was set for the product itself; null = nothing. */
  own: boolean | null
  /** What the store's option says. */
  option: DiscordRequireConnection
}

export function connectionSettingOf({
  require_connection,
  require_connection_default,
}: Pick<
  AdminProductDiscordRolesResponse,
  "require_connection" | "require_connection_default"
>): ConnectionSetting {
  return { own: require_connection, option: require_connection_default }
}

/** Whether who has not connected Discord cannot buy. */
export function isRequired({ own, option }: ConnectionSetting): boolean {
  return own ?? option === true
}

/** What to set for the product so that it is on or off: nothing where the store's option says the same. */
export function requirementFor(on: boolean, option: DiscordRequireConnection): boolean | null {
  return on === (option === true) ? null : on
}
