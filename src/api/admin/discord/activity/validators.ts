import { z } from "@medusajs/framework/zod"
import { createFindParams, createOperatorMap } from "@medusajs/medusa/api/utils/validators"
import { ACTIVITY_ACTIONS } from "../../../../modules/discord/domain/statuses"

const oneOrMore = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([schema, z.array(schema)]).optional()

export const AdminGetDiscordActivityParams = z.strictObject({
  ...createFindParams({ limit: 50, offset: 0, order: "-created_at" }).shape,
  action: oneOrMore(z.enum(ACTIVITY_ACTIONS)),
  trigger: oneOrMore(z.string()),
  membership_id: oneOrMore(z.string()),
  server_id: oneOrMore(z.string()),
  account_id: oneOrMore(z.string()),
  role_id: oneOrMore(z.string()),
  discord_code: oneOrMore(z.string()),
  created_at: createOperatorMap().optional(),
})
