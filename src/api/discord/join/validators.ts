import { z } from "@medusajs/framework/zod"

export const joinLinkParams = z.object({ token: z.string().min(1).max(500) })
