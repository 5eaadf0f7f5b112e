import type { AuthenticationInput } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"

/** The Auth Module's routes, as only customers' clients write them. Anything else that Express takes for the same is turned away. */
const OF_CUSTOMERS = /^\/auth\/customer\/[^/]+(?:\/callback)?\/?$/

/**
 * Whether a request is for a customer. The path decides whom Medusa's token is for, and the callback is told nothing else: were it
 * open to other actors, Medusa would let anybody with an e-mail address become an admin by `/auth/<provider>/user`.
 */
export function isOfCustomers({ url }: AuthenticationInput): boolean {
  const [path = ""] = (url ?? "").split("?")
  return OF_CUSTOMERS.test(path)
}

const beginning = z.object({ callback_url: z.string().optional() })

/**
 * Where Discord is to send the browser back to.
 *
 * @param pages those of the options, the default first
 * @returns null when the caller names another page
 */
export function callbackUrlOf(
  { body }: AuthenticationInput,
  pages: readonly [string, ...string[]],
): string | null {
  const { success, data } = beginning.safeParse(body ?? {})
  const wanted = success ? (data.callback_url ?? pages[0]) : null
  return wanted !== null && pages.includes(wanted) ? wanted : null
}

/** What Discord gave the browser; a text each, since a query may hold a list or an object. */
const comingBack = z.object({
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(500).optional(),
  error: z.string().max(200).optional(),
})
export type ComingBack = z.output<typeof comingBack>

/** @returns null when there is no state, or a part is of another form */
export function comingBackIn({ query, body }: AuthenticationInput): ComingBack | null {
  const { success, data } = comingBack.safeParse({ ...body, ...query })
  return success ? data : null
}
