import { z } from "@medusajs/framework/zod"

/** Discord adds parameters of its own, and may add more: only these are looked at. */
export const discordCallbackParams = z.object({
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(500).optional(),
  error: z.string().max(200).optional(),
})

export type DiscordCallback = z.output<typeof discordCallbackParams>
