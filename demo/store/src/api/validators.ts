import { z } from "@medusajs/framework/zod"

/** What a customer does with their plan; the last is the demo's time machine. */
export const subscriptionAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("change"), variant_id: z.string() }),
  z.strictObject({ action: z.literal("cancel") }),
  z.strictObject({ action: z.literal("resume") }),
  z.strictObject({ action: z.literal("pay") }),
  z.strictObject({
    action: z.literal("let_a_month_pass"),
    is_declined: z.boolean().default(false),
  }),
])
export type SubscriptionAction = z.output<typeof subscriptionAction>
