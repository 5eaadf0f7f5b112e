import { z } from "@medusajs/framework/zod"
import { MEMBERSHIP_ORDERS } from "../../../../modules/discord/membership/membership-order.rules"
import { MEMBERSHIP_MOVES } from "../../../../modules/discord/membership/move.rules"
import { ERROR_OWNERS, MEMBERSHIP_STATUSES } from "../../../../modules/discord/statuses.rules"
import { listOf, pageOffset, wholeNumber } from "../../../utils/lists"

const MAX_PAGE = 100
/** As many as a page may show: each is read in Discord, ahead of bulk work. */
const MAX_IDS = 100

export const AdminGetDiscordMembershipsParams = z.strictObject({
  limit: wholeNumber(1, MAX_PAGE).default(20),
  offset: pageOffset.default(0),
  order: z.enum(MEMBERSHIP_ORDERS).optional(),
  status: listOf(z.enum(MEMBERSHIP_STATUSES)),
  server_id: listOf(z.string()),
  error_owner: listOf(z.enum(ERROR_OWNERS)),
  move: listOf(z.enum(MEMBERSHIP_MOVES)),
  /** Discord's ids: who holds one of these roles. */
  role_id: listOf(z.string()),
  q: z.string().trim().min(1).max(100).optional(),
})

export const AdminGetDiscordMembershipCountsParams = z.strictObject({
  server_id: listOf(z.string()),
})

export const AdminRetryDiscordMembershipsParams = z.strictObject({
  ids: z.array(z.string().min(1)).min(1).max(MAX_IDS).optional(),
  status: z.array(z.enum(MEMBERSHIP_STATUSES)).min(1).optional(),
  server_id: listOf(z.string()),
})
