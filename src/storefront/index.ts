/** What a storefront needs of the plugin, beside `@medusajs/js-sdk`: no framework, no styles, types for every answer. */
export * from "./client"
export * from "./consent-return"
export * from "./status"
export type {
  StoreConnectDiscordResponse,
  StoreDiscordAccount,
  StoreDiscordMemberRole,
  StoreDiscordResponse,
  StoreDiscordRole,
  StoreDiscordRoleState,
  StoreDiscordServer,
  StoreDiscordTodo,
  StoreProductDiscordRolesResponse,
} from "../types/http"
