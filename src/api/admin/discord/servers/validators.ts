import { z } from "@medusajs/framework/zod"
import { createFindParams, createSelectParams } from "@medusajs/medusa/api/utils/validators"
import { SERVER_STATUSES } from "../../../../modules/discord/domain/statuses"

export const AdminGetDiscordServersParams = z.strictObject({
  ...createFindParams({ limit: 50, offset: 0 }).shape,
  q: z.string().optional(),
  status: z.union([z.enum(SERVER_STATUSES), z.array(z.enum(SERVER_STATUSES))]).optional(),
})

export const AdminGetDiscordServerParams = createSelectParams()

export const AdminGetDiscordRolesParams = z.strictObject({
  ...createFindParams({ limit: 250, offset: 0, order: "-position" }).shape,
  q: z.string().optional(),
})
