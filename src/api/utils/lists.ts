import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"

/** As many rows as a page may have, whoever asks. */
const MAX_LIMIT = 1_000
/** Rows before a page: an `integer` of PostgreSQL's. */
const MAX_OFFSET = 2_147_483_647
/** The years that a date of ISO 8601 has four digits for: all of them are dates to PostgreSQL, too. */
export const FIRST_MOMENT = new Date("0001-01-01T00:00:00Z")
export const LAST_MOMENT = new Date("9999-12-31T23:59:59Z")

/** One value or several, as a query string gives them; always a list to who reads it. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([z.array(schema), schema])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Schema>[])
    .optional()
}

/** How many rows come before a page. */
export const pageOffset = z.coerce.number().int().min(0).max(MAX_OFFSET)

/**
 * What Medusa's lists take: `fields`, `limit`, `offset`, `order`. Its own are handed to PostgreSQL however senseless, and what that
 * refuses would be the store's failure; here it is the request's.
 */
export function findParams(defaults: { limit: number; offset: number; order?: string }) {
  return {
    ...createFindParams(defaults).shape,
    limit: z.coerce.number().int().min(0).max(MAX_LIMIT).default(defaults.limit),
    offset: pageOffset.default(defaults.offset),
  }
}

/** A date that PostgreSQL knows, too. */
const moment = z.coerce.date().min(FIRST_MOMENT).max(LAST_MOMENT)

/** A moment, or Medusa's operators on one: `created_at[$gte]=2026-11-01`. */
export const moments = z
  .union([
    moment,
    z.strictObject({
      $eq: moment.optional(),
      $ne: moment.optional(),
      $gt: moment.optional(),
      $gte: moment.optional(),
      $lt: moment.optional(),
      $lte: moment.optional(),
    }),
  ])
  .optional()
