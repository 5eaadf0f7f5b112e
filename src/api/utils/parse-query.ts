import { MedusaError } from "@medusajs/framework/utils"
import type { z } from "@medusajs/framework/zod"

/**
 * A query string by its schema, for lists that are not read through `query.graph`.
 *
 * @throws MedusaError INVALID_DATA that names every wrong field
 */
export function parseQuery<Schema extends z.ZodType>(
  schema: Schema,
  query: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(query)
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const field = issue.path.join(".")
      return field === "" ? issue.message : `${field}: ${issue.message}`
    })
    throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.join("; "))
  }
  return parsed.data
}
