import { z } from "@medusajs/framework/zod"
import { createFindParams } from "@medusajs/medusa/api/utils/validators"

/** As many rows as a page may have, whoever asks. */
const MAX_LIMIT = 1_000
/** Rows before a page: an `integer` of PostgreSQL's. */
const MAX_OFFSET = 2_147_483_647

/** One value or several, as a query string gives them; always a list to who reads it. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .preprocess((value) => (Array.isArray(value) ? (value as unknown[]) : [value]), z.array(schema))
    .optional()
}

/** A whole number in a query string. Nothing is no number: whoever leaves the value out does not mean 0. */
export function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`
  return z
    .string({ error })
    .refine((text) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max, { error })
    .transform(Number)
}

/** Yes or no in a query string. */
export const yesOrNo = z.enum(["true", "false"]).transform((text) => text === "true")

/** How many rows come before a page. */
export const pageOffset = wholeNumber(0, MAX_OFFSET)

/**
 * What Medusa's lists take: `fields`, `limit`, `offset`, `order`. Its own are handed to PostgreSQL however senseless, and what that
 * refuses would be the store's failure; here it is the request's.
 */
export function findParams(defaults: { limit: number; offset: number; order?: string }) {
  const { fields, order } = createFindParams(defaults).shape
  return {
    fields,
    order,
    limit: wholeNumber(0, MAX_LIMIT).default(defaults.limit),
    offset: pageOffset.default(defaults.offset),
  }
}
