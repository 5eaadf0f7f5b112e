import { SEEN_LATELY_MS } from "../../../src/modules/discord/membership/look.rules"

/** A call about a member, as the sandbox noted it. */
export interface Call {
  method: string
  route: string
  user_id: string | null
  status: number
  /** Unix ms. */
  at: number
}

const ROLE = "/guilds/:guild/members/:user/roles/:role"
const MEMBER = "/guilds/:guild/members/:user"

/**
 * How few calls could have done what these did: one for each role that was given or taken (or set of roles), one for each member who was brought
 * in, and one look at who bought, before it or a few seconds after. Who was seen more than five minutes before their role is taken is looked at
 * once more.
 */
export function fewestCalls(calls: readonly Call[]): number {
  const done = calls.filter(({ status }) => status >= 200 && status < 300)
  const firstLooks = new Map<string | null, number>()
  for (const { method, route, user_id, at } of done) {
    if (method === "GET" && route === MEMBER && !firstLooks.has(user_id)) {
      firstLooks.set(user_id, at)
    }
  }
  return done.reduce((sum, { method, route, user_id, at }) => {
    if (method === "PUT") {
      return sum + (route === ROLE ? 2 : 1)
    }
    if (method === "PATCH") {
      return sum + 1
    }
    if (method !== "DELETE") {
      return sum
    }
    const seen = firstLooks.get(user_id) ?? at
    return sum + (at - seen > SEEN_LATELY_MS ? 2 : 1)
  }, 0)
}
