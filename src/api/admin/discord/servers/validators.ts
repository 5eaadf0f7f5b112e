import { z } from "@medusajs/framework/zod"
import { createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { findParams, listOf, wholeNumber } from "../../../utils/lists"
import {
  ACCESS_END_ACTIONS,
  ADOPTED_ROLE_ACTIONS,
  ROLE_REMOVED_ACTIONS,
  SERVER_STATUSES,
} from "../../../../modules/discord/statuses.rules"

/** Ninety days. */
const MAX_GRACE_HOURS = 2_160

export const AdminGetDiscordServersParams = z.strictObject({
  ...findParams({ limit: 50, offset: 0 }),
  q: z.string().optional(),
  status: listOf(z.enum(SERVER_STATUSES)),
})

export const AdminGetDiscordServerParams = createSelectParams()

export const AdminDeleteDiscordServerParams = z.strictObject({
  ...createSelectParams().shape,
  /** Whether members keep the roles the plugin gave. */
  roles: z.enum(["keep", "remove"], { error: 'roles must be "keep" or "remove"' }).default("keep"),
})

export type AdminDeleteDiscordServer = z.output<typeof AdminDeleteDiscordServerParams>

export const AdminUpdateDiscordServerParams = z.strictObject({
  on_access_end: z.enum(ACCESS_END_ACTIONS).optional(),
  on_role_removed: z.enum(ROLE_REMOVED_ACTIONS).optional(),
  adopted_roles: z.enum(ADOPTED_ROLE_ACTIONS).optional(),
  grace_hours: z.number().int().min(0).max(MAX_GRACE_HOURS).optional(),
})

export type AdminUpdateDiscordServer = z.output<typeof AdminUpdateDiscordServerParams>

export const AdminGetDiscordRolesParams = z.strictObject({
  ...findParams({ limit: 250, offset: 0, order: "-position" }),
  q: z.string().optional(),
})

const snowflake = z
  .string()
  .regex(/^\d{15,21}$/, { error: "must be an ID of Discord's: 17 to 19 digits" })

/** The longest name Discord lets a member have. */
const NAME_LENGTH = 32

export const AdminGetDiscordServerMembersParams = z.strictObject({
  q: z.string().trim().min(1).max(NAME_LENGTH),
  limit: wholeNumber(1, 50).default(10),
})

export type AdminGetDiscordServerMembers = z.output<typeof AdminGetDiscordServerMembersParams>

export const AdminTestDiscordRole = z.strictObject({
  role_id: snowflake,
  discord_user_id: snowflake,
  /** Must be true for a role that lets its holders manage the server. */
  accept_dangerous_permissions: z.boolean().optional(),
})

export type AdminTestDiscordRoleBody = z.output<typeof AdminTestDiscordRole>

export const AdminReconcileDiscordServerBody = z.strictObject({
  /** Finds out what would be done, and changes nothing. */
  dry_run: z.boolean().default(false),
})
