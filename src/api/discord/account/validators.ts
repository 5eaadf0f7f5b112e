import { z } from "@medusajs/framework/zod"

/** How often the page has been looked at. Whatever else the address says is passed over. */
export const accountPageParams = z.object({ look: z.coerce.number().int().min(1).max(99).catch(1) })

/** What a button of the page does. */
export const accountPageForm = z.object({
  action: z.enum(["check", "connect", "disconnect"]),
  form_token: z.string().length(43),
})
