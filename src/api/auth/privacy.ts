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

/** What is answered holds a state, or a token of Medusa's: nobody on the way keeps it, and no page after it is told of its address. */
export function neverCache(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
): void {
  res.set({ "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" })
  next()
}
