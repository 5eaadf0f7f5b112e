import { z } from "@medusajs/framework/zod"

/** Mail programs add parameters of their own: only the token is looked at. */
export const claimLinkParams = z.object({ token: z.string().min(1).max(500) })
