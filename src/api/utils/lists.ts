import { z } from "@medusajs/framework/zod"

/** One value or several, as a query string gives them; always a list to who reads it. */
export function listOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([z.array(schema), schema])
    .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<Schema>[])
    .optional()
}
