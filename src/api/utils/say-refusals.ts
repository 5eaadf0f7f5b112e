import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { refusalOf } from "../../modules/discord/refused"
import { isMedusaError, statusOf } from "./error-words"
import { sendTooMany, TooManyRequests } from "./request-limits"

/**
 * A route that says why a request is not carried out: in words, and as the code and params that they are made of. Medusa's
 * error handler would leave these out, and in place of a conflict's words it speaks of an Idempotency-Key. Whatever the
 * plugin did not refuse itself is Medusa's to answer.
 */
export function sayRefusals<Request extends Pick<MedusaRequest, "scope">, Body>(
  handler: (req: Request, res: MedusaResponse<Body>) => Promise<void>,
): (req: Request, res: MedusaResponse<Body>) => Promise<void> {
  return async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (error instanceof TooManyRequests) {
        sendTooMany(res as MedusaResponse, error.seconds)
        return
      }
      const message_detail = refusalOf(error)
      const isTold =
        isMedusaError(error) && (message_detail || error.type === MedusaError.Types.CONFLICT)
      if (!isTold) {
        throw error
      }
      const { type, code, message } = error
      const status = statusOf(error)
      if (status >= 500) {
        req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`discord: ${message}`)
      }
      ;(res as MedusaResponse)
        .status(status)
        .json({ type, code, message, ...(message_detail && { message_detail }) })
    }
  }
}
