import { say, type Message } from "../../../messages"
import { isOfferedAt, type OfferTimes } from "./mapping-touch.rules"

/** A role of a variant: for whose purchases it is, and where. */
export interface RoleOffer extends OfferTimes {
  server_name: string
  server_status: string
}

/** When access by hand counts as bought: when it began, or, where that is to come, when it was first given. */
export function boughtAt(startsAt: Date, firstGiven: Date): Date {
  return startsAt < firstGiven ? startsAt : firstGiven
}

/**
 * Why access to a variant that has roles gives none of them, for whoever gives it; null when it gives one.
 *
 * @param variant what it is called
 * @param roles all roles of the variant
 * @param bought when the access counts as bought
 */
export function whyNoRole(
  variant: string,
  roles: readonly RoleOffer[],
  bought: Date,
): Message | null {
  const offered = roles.filter((role) => isOfferedAt(role, bought.getTime()))
  if (offered.length === 0) {
    return say("entitlement.only_others_get", { variant })
  }
  const servers = offered
    .filter(({ server_status }) => server_status === "disconnected")
    .map(({ server_name }) => server_name)
  return servers.length === offered.length
    ? say("entitlement.only_in_disconnected", { variant, servers: [...new Set(servers)] })
    : null
}
