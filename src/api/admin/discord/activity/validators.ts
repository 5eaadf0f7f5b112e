import { z } from "@medusajs/framework/zod"
import { ACTIVITY_OUTCOMES } from "../../../../modules/discord/activity/activity.rules"
import { ACTIVITY_ACTIONS } from "../../../../modules/discord/statuses.rules"
import { listOf, pageOffset, wholeNumber } from "../../../utils/lists"
import { moments } from "../../../utils/moments"

const MAX_PAGE = 200
/** Words that a person types. */
const words = z.string().trim().min(1).max(200).optional()

export const AdminGetDiscordActivityParams = z.strictObject({
  limit: wholeNumber(1, MAX_PAGE).default(50),
  offset: pageOffset.default(0),
  order: z.enum(["-created_at", "created_at"]).default("-created_at"),
  action: listOf(z.enum(ACTIVITY_ACTIONS)),
  outcome: z.enum(ACTIVITY_OUTCOMES).optional(),
  trigger: listOf(z.string()),
  membership_id: listOf(z.string()),
  server_id: listOf(z.string()),
  account_id: listOf(z.string()),
  /** Customers by id or e-mail address. */
  customer_id: listOf(z.string()),
  /** Orders by id or number, `1042` or `#1042`. */
  order_id: listOf(z.string()),
  role_id: listOf(z.string()),
  discord_code: listOf(z.string()),
  /** Part of a Discord name, or a Discord user's id. */
  member: words,
  /** Part of a role's name. */
  role: words,
  created_at: moments,
  /** A Discord name or user id, a customer's e-mail address, an order's id or number. */
  q: words,
})
