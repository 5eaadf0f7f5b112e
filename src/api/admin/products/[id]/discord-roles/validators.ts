import { z } from "@medusajs/framework/zod"
import { momentField } from "../../../../utils/moments"
import { APPLY_TO } from "../../../../../modules/discord/role-mapping/mapping-plan.rules"

const MAX_ACCESS_DAYS = 36_500

/** A role for as many days, offered since a moment. */
const role = {
  role_id: z.string(),
  access_days: z.number().int().min(1).max(MAX_ACCESS_DAYS).nullish(),
  offered_from: momentField("offered_from").nullish(),
}

export const AdminSetProductDiscordRolesParams = z.strictObject({
  variants: z
    .array(
      z.strictObject({
        variant_id: z.string(),
        roles: z.array(z.strictObject(role)).max(250),
        kept: z
          .array(z.strictObject({ ...role, offered_until: momentField("offered_until") }))
          .max(1000)
          .optional(),
      }),
    )
    .max(1000),
  apply_to: z.enum(APPLY_TO).optional(),
  /** Must be true when a variant is newly to give a role that lets its holders manage the server. */
  accept_dangerous_permissions: z.boolean().optional(),
  /** Null = as the option `requireConnection` says; left out = as it is. */
  require_connection: z.boolean().nullable().optional(),
})
