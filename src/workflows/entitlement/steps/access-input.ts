import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { isMoment } from "../../../modules/discord/moments.rules"
import type { ManualAccess } from "../../../modules/discord/entitlement/manual-access.rules"

/** A moment as callers write it, or as JSON made of it on the way between two steps. */
export type DateInput = Date | string

/** @throws MedusaError INVALID_DATA naming the field, for what is no date */
export function toDate(name: string, value: DateInput): Date {
  const date = new Date(value)
  if (!isMoment(date)) {
    throw refused(
      MedusaError.Types.INVALID_DATA,
      say("request.no_date", { field: name, value: String(value) }),
    )
  }
  return date
}

export function toEnd(value: DateInput | null | undefined): Date | null | undefined {
  return value === null || value === undefined ? value : toDate("ends_at", value)
}

const accessSchema = z.object({
  id: z.string(),
  source_id: z.string(),
  variant_id: z.string(),
  customer_id: z.string(),
  starts_at: z.coerce.date(),
  ends_at: z.union([z.null(), z.coerce.date()]),
  ended_reason: z.string().nullable(),
  actor_id: z.string().nullable(),
  note: z.string().nullable(),
})

/** Manual access that has been through JSON. */
export function reviveAccess(access: unknown): ManualAccess {
  return accessSchema.parse(access)
}
