import { z } from "@medusajs/framework/zod"
import { isMoment } from "../../modules/discord/moments.rules"

/** A moment in a body. @param name how the field is called */
export function momentField(name: string) {
  const error = `${name} must be a date with time and zone (ISO 8601), from the years 1 to 9999`
  return z.iso
    .datetime({ offset: true, error })
    .refine((text) => isMoment(new Date(text)), { error })
}

const moment = z.coerce
  .date()
  .refine(isMoment, { error: "must be a date of the years 1 to 9999 (ISO 8601)" })

/** A moment in a query string, or Medusa's operators on one: `created_at[$gte]=2026-11-01`. */
export const moments = z
  .union(
    [
      moment,
      z.strictObject({
        $eq: moment.optional(),
        $ne: moment.optional(),
        $gt: moment.optional(),
        $gte: moment.optional(),
        $lt: moment.optional(),
        $lte: moment.optional(),
      }),
    ],
    {
      error:
        "must be a date of the years 1 to 9999 (ISO 8601), or compare with one by $eq, $ne, $gt, $gte, $lt or $lte",
    },
  )
  .optional()
