import { z } from "@medusajs/framework/zod"
import { SYNC_RUN_KINDS, SYNC_RUN_STATUSES } from "../../../../modules/discord/statuses.rules"
import { listOf, pageOffset } from "../../../utils/lists"

const MAX_PAGE = 100

export const AdminGetDiscordSyncRunsParams = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(20),
  offset: pageOffset.default(0),
  kind: listOf(z.enum(SYNC_RUN_KINDS)),
  status: listOf(z.enum(SYNC_RUN_STATUSES)),
})

export const AdminCreateDiscordSyncRunParams = z.strictObject({
  kind: z.literal("order_backfill"),
})
