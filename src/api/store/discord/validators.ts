import { z } from "@medusajs/framework/zod"

export const StoreConnectDiscordParams = z.strictObject({
  redirect_url: z.url({ error: "redirect_url must be a full http(s) URL" }).optional(),
})

export type StoreConnectDiscord = z.output<typeof StoreConnectDiscordParams>
