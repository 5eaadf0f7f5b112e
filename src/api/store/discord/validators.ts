import { z } from "@medusajs/framework/zod"

/** Longer addresses are refused by browsers and proxies on the way back. */
const MAX_URL = 2048

const redirect_url = z
  .url({ error: "redirect_url must be a full http(s) URL" })
  .refine((url) => url.length <= MAX_URL, {
    error: `redirect_url may have at most ${MAX_URL} characters`,
  })
  .optional()

export const StoreConnectDiscordParams = z.strictObject({
  redirect_url,
  /** Lets a guest connect Discord before they buy; without it, a customer has to be signed in. */
  cart_id: z.string().min(1).max(100).optional(),
})

export type StoreConnectDiscord = z.output<typeof StoreConnectDiscordParams>

export const StoreClaimDiscordParams = z.strictObject({
  token: z.string({ error: "token must be the one of a claim link" }).min(1).max(500),
  redirect_url,
})

/** Medusa's tokens hold what stores put into them. */
const MAX_TOKEN = 8192

export const StoreJoinDiscordIdentityParams = z.strictObject({
  token: z
    .string({ error: "token must be the one of a sign-in with Discord" })
    .min(1)
    .max(MAX_TOKEN),
})

export type StoreJoinDiscordIdentity = z.output<typeof StoreJoinDiscordIdentityParams>

export type StoreClaimDiscord = z.output<typeof StoreClaimDiscordParams>
