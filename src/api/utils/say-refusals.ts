import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { answered } from "../../messages"
import { refusalOf, retryAfterOf } from "../../modules/discord/refused"
import { isMedusaError, statusOf } from "./error-words"
import { textsOfReader } from "./language"
import { sendTooMany, TooManyRequests } from "./request-limits"

type Asked = Pick<MedusaRequest, "scope" | "acceptsLanguages" | "baseUrl" | "path">

/**
 * A route that says why a request is not carried out: in words, and as the code and params that they are made of; customers
 * read it in the language they ask for. Medusa's error handler would leave these out, and in place of a conflict's words it
 * speaks of an Idempotency-Key. Whatever the plugin did not refuse itself is Medusa's to answer.
 */
export function sayRefusals<Request extends Asked, Body>(
  handler: (req: Request, res: MedusaResponse<Body>) => Promise<void>,
): (req: Request, res: MedusaResponse<Body>) => Promise<void> {
  return async (req, res) => {
    try {
      await handler(req, res)
    } catch (error) {
      if (error instanceof TooManyRequests) {
        sendTooMany(req, res as MedusaResponse, error.seconds)
        return
      }
      const detail = refusalOf(error)
      const isTold = isMedusaError(error) && (detail || error.type === MedusaError.Types.CONFLICT)
      if (!isTold) {
        throw error
      }
      const { type, code, message } = error
      const status = statusOf(error)
      const seconds = retryAfterOf(error)
      if (status >= 500) {
        req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`discord: ${message}`)
      }
      if (seconds !== null) {
        res.set("Retry-After", String(seconds))
      }
      const words = detail ? answered("message", detail, textsOfReader(req)) : { message }
      ;(res as MedusaResponse).status(status).json({ type, code, ...words })
    }
  }
}
