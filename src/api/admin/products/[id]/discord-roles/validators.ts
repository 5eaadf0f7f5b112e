import { z } from "@medusajs/framework/zod"

const MAX_ACCESS_DAYS = 36_500

export const AdminSetProductDiscordRolesParams = z.strictObject({
  variants: z
    .array(
      z.strictObject({
        variant_id: z.string(),
        roles: z
          .array(
            z.strictObject({
              role_id: z.string(),
              access_days: z.number().int().min(1).max(MAX_ACCESS_DAYS).nullish(),
            }),
          )
          .max(250),
      }),
    )
    .max(1000),
  /** Must be true when a variant is newly to give a role that lets its holders manage the server. */
  accept_dangerous_permissions: z.boolean().optional(),
})
