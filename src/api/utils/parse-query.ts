import { validateAndTransformQuery } from "@medusajs/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
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
    throw refusalOf(parsed.error)
  }
  return parsed.data
}

/** Medusa's `validateAndTransformQuery`, that names every wrong field and says what it may be. */
export function validateQuery(
  schema: z.ZodObject,
  config: Parameters<typeof validateAndTransformQuery>[1],
) {
  const validate = validateAndTransformQuery(schema, config)
  return async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) =>
    validate(req, res, (error?: unknown) => {
      const parsed = error === undefined ? null : schema.strict().safeParse(req.query)
      next(parsed?.error ? refusalOf(parsed.error) : error)
    })
}

function refusalOf({ issues }: z.ZodError): MedusaError {
  const problems = issues.map(({ path, message }) => {
    // Which of several values is wrong need not be said.
    const [field, ...within] = path.filter((part) => typeof part === "string")
    return field === undefined
      ? message
      : `${field}${within.map((part) => `[${part}]`).join("")}: ${message}`
  })
  return new MedusaError(MedusaError.Types.INVALID_DATA, [...new Set(problems)].join("; "))
}
