import { z } from "@medusajs/framework/zod"
import { ERROR_OWNERS, MEMBERSHIP_STATUSES } from "../../../../modules/discord/statuses.rules"
import { listOf, pageOffset } from "../../../utils/lists"

const MAX_PAGE = 100

export const AdminGetDiscordMembershipsParams = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20),
  offset: pageOffset.default(0),
  status: listOf(z.enum(MEMBERSHIP_STATUSES)),
  server_id: listOf(z.string()),
  error_owner: listOf(z.enum(ERROR_OWNERS)),
  q: z.string().trim().min(1).max(100).optional(),
})

export const AdminGetDiscordMembershipCountsParams = z.strictObject({
  server_id: listOf(z.string()),
})

export const AdminRetryDiscordMembershipsParams = z.strictObject({
  status: z.array(z.enum(MEMBERSHIP_STATUSES)).min(1).optional(),
  server_id: z.string().optional(),
})
