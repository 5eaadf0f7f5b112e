import { z } from "@medusajs/framework/zod"
import { MAX_ROWS } from "../../../../modules/discord/import/import.rules"

export const AdminImportDiscordCustomersParams = z.strictObject({
  csv: z.string(),
  dry_run: z.boolean().default(false),
  offset: z.number().int().min(0).max(MAX_ROWS).default(0),
})
export type AdminImportDiscordCustomersBody = z.output<typeof AdminImportDiscordCustomersParams>
