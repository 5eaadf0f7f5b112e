import type {
  IAuthModuleService,
  ICustomerModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { ProvenGuest } from "../../../modules/discord/account/guests.store"

/** The `entity_type` under which stores have Medusa verify e-mail addresses. */
const EMAIL = "email"

const verificationSchema = z.object({
  id: z.string(),
  entity_id: z.string(),
  verified_at: z.coerce.date(),
  auth_identity: z.object({
    app_metadata: z.object({ customer_id: z.string().nullish() }).nullish(),
  }),
})

/** An e-mail address that somebody who signs in has proven to be theirs. */
export interface VerifiedEmail {
  id: string
  email: string
  /** The customer who signs in by it; empty when it is no customer. */
  customer_id: string
}

/** E-mail addresses that were verified. @param page of all there are, by id */
export async function listVerifiedEmails(
  container: MedusaContainer,
  filters: { entity_id: string[] } | { verified_at: object },
  page: { after: string; limit: number | null } = { after: "", limit: null },
): Promise<VerifiedEmail[]> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const where: object = {
    entity_type: EMAIL,
    verified_at: { $ne: null },
    id: { $gt: page.after },
    ...filters,
  }
  const found: unknown[] = await auth.listAuthVerifications(where, {
    relations: ["auth_identity"],
    order: { id: "ASC" },
    take: page.limit,
  })
  return found
    .map((verification) => verificationSchema.parse(verification))
    .map(({ id, entity_id, auth_identity }) => ({
      id,
      email: entity_id,
      customer_id: auth_identity.app_metadata?.customer_id ?? "",
    }))
}

/**
 * Guest customers whose e-mail address a registered customer has verified. An address that was only typed proves nothing, nor
 * does one that somebody else verified.
 */
export async function findVerifiedGuests(
  container: MedusaContainer,
  customerIds: string[],
): Promise<ProvenGuest[]> {
  const customers = container.resolve<ICustomerModuleService>(Modules.CUSTOMER)
  const registered = await customers.listCustomers(
    { id: customerIds, has_account: true },
    { select: ["id", "email"], take: null },
  )
  if (registered.length === 0) {
    return []
  }
  const verified = await listVerifiedEmails(container, {
    entity_id: registered.map(({ email }) => email),
  })
  const proven = registered.filter(({ id, email }) =>
    verified.some((each) => each.customer_id === id && each.email === email),
  )
  if (proven.length === 0) {
    return []
  }
  const guests = await customers.listCustomers(
    { email: proven.map(({ email }) => email), has_account: false },
    { select: ["id", "email"], take: null },
  )
  return proven.flatMap(({ id, email }) =>
    guests
      .filter((guest) => guest.email === email)
      .map((guest) => ({ customer_id: id, guest_id: guest.id })),
  )
}
