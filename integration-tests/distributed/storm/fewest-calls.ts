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
 * How few calls could have done what these did: one for each role that was given or taken (or set of roles), one for each member who
 * was brought in, and one look at who bought, before it or a few seconds after. Who was seen more than five minutes before their role
 * is taken is looked at once more.
 */
export function fewestCalls(calls: readonly Call[]): number {
  const done = calls.filter(({ status }) => status >= 200 && status < 300)
  const looks = done.filter(({ method, route }) => method === "GET" && route === MEMBER)
  const firstLooks = new Map<string | null, number>()
  for (const { user_id, at } of looks) {
    firstLooks.set(user_id, Math.min(at, firstLooks.get(user_id) ?? at))
  }
  const changes = done.filter(({ method }) => method !== "GET")
  const again = changes.filter(({ method, route, user_id, at }) => {
    const seen = firstLooks.get(user_id) ?? at
    return method === "DELETE" && route === ROLE && at - seen > SEEN_LATELY_MS
  })
  return changes.length + firstLooks.size + again.length
}
