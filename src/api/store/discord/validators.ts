import { z } from "@medusajs/framework/zod"

export const StoreConnectDiscordParams = z.strictObject({
  redirect_url: z.url().optional(),
})

export type StoreConnectDiscord = z.output<typeof StoreConnectDiscordParams>
