import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import { findVerifiedGuests, listVerifiedEmails } from "./verified-guests"

const PAGE = 200
/** A row bears the time of its change, and is seen when its transaction ends: so long may that take. */
const IN_FLIGHT_MS = 2 * 60_000

/**
 * Looks at customers who connected Discord, and at those who verified their e-mail address, since the last time: of the second
 * Medusa tells nobody.
 *
 * @returns the servers that have work now
 */
export async function sweepGuests(container: MedusaContainer): Promise<string[]> {
  const { guests } = container.resolve<DiscordModuleService>(DISCORD_MODULE).accounts
  const begun = await guests.watermark.now()
  const at = await guests.watermark.read()
  const since = at === null ? new Date(0) : new Date(at.getTime() - IN_FLIGHT_MS)
  const servers = new Set<string>()
  const look = async (customerIds: string[]) => {
    const marked = await guests.adopt(await findVerifiedGuests(container, customerIds))
    marked.forEach((id) => servers.add(id))
  }
  for (let after = "", more = true; more;) {
    const linked = await guests.customersLinkedSince(since, { after, limit: PAGE })
    await look(linked)
    after = linked.at(-1) ?? after
    more = linked.length === PAGE
  }
  for (let after = "", more = true; more;) {
    const page = { after, limit: PAGE }
    const verified = await listVerifiedEmails(container, { verified_at: { $gte: since } }, page)
    await look(verified.map(({ customer_id }) => customer_id))
    after = verified.at(-1)?.id ?? after
    more = verified.length === PAGE
  }
  await guests.watermark.advance(begun)
  return [...servers]
}
