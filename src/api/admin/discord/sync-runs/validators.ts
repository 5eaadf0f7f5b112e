import { z } from "@medusajs/framework/zod"
import { SYNC_RUN_KINDS, SYNC_RUN_STATUSES } from "../../../../modules/discord/statuses.rules"
import { listOf, pageOffset, wholeNumber } from "../../../utils/lists"

const MAX_PAGE = 100

export const AdminGetDiscordSyncRunsParams = z.strictObject({
  limit: wholeNumber(1, MAX_PAGE).default(20),
  offset: pageOffset.default(0),
  server_id: listOf(z.string()),
  kind: listOf(z.enum(SYNC_RUN_KINDS)),
  status: listOf(z.enum(SYNC_RUN_STATUSES)),
})

export const AdminGetDiscordDifferencesParams = z.strictObject({
  limit: wholeNumber(1, MAX_PAGE).default(20),
  offset: pageOffset.default(0),
})

export const AdminCreateDiscordSyncRunParams = z.strictObject({
  kind: z.literal("order_backfill"),
})
