import { z } from "@medusajs/framework/zod"

export const connectLinkParams = z.object({ token: z.string().min(1).max(200) })
