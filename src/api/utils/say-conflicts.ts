import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { isMedusaError } from "./error-words"

const CONFLICT = 409

/**
 * A route that tells conflicts in the plugin's own words. Medusa's error handler keeps the words of every other error, but in
 * place of a conflict's it speaks of an Idempotency-Key, which helps nobody here.
 */
export function sayConflicts<Request, Body>(
  handler: (req: Request, res: MedusaResponse<Body>) => Promise<void>,
): (req: Request, res: MedusaResponse<Body>) => Promise<void> {
  return async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (!isMedusaError(error) || error.type !== MedusaError.Types.CONFLICT) {
        throw error
      }
      const { type, message } = error
      ;(res as MedusaResponse).status(CONFLICT).json({ type, message })
    }
  }
}
