import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** The access log is written once a request is answered: the code and the state in its address are nobody else's business. */
export function hideQuery(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  req.originalUrl = `${req.baseUrl}${req.path}`
  next()
}
