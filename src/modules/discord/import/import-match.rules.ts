import { say, type Message } from "../../../messages"
import type { RowRequest } from "./import-row.rules"

export interface FoundCustomer {
  id: string
  email: string | null
  /** False = a guest. */
  has_account: boolean
}

export interface FoundVariant {
  id: string
  sku: string | null
  title: string | null
  product: { id: string; title: string } | null
}

interface Match<Found> {
  found: Found | null
  /** Why there is none; null also where none was asked for. */
  problem: Message | null
}

/**
 * Who is meant by an id, an e-mail address or both. Of an address, the customer with an account is meant: Medusa makes a
 * guest of its own beside it for who ordered before they registered.
 */
export function findCustomer(
  { customer_id, email }: Pick<RowRequest, "customer_id" | "email">,
  customers: readonly FoundCustomer[],
): Match<FoundCustomer> {
  if (customer_id !== null) {
    const found = customers.find(({ id }) => id === customer_id) ?? null
    if (!found) {
      return missing(say("refusal.no_customer", { id: customer_id }))
    }
    return email !== null && !isSameAddress(found.email, email)
      ? missing(say("import.customer_differs", { id: customer_id, email }))
      : { found, problem: null }
  }
  if (email === null) {
    return { found: null, problem: null }
  }
  const alike = customers.filter((each) => isSameAddress(each.email, email))
  const [found, ...others] = preferred(alike, email)
  if (!found) {
    return missing(say("import.no_customer_with_email", { email }))
  }
  return others.length > 0
    ? missing(say("import.customer_ambiguous", { email }))
    : { found, problem: null }
}

/** Which variant is meant by an id, a SKU or both, and whether it has a role to give. */
export function findVariant(
  { variant_id, sku }: Pick<RowRequest, "variant_id" | "sku">,
  { variants, giving }: { variants: readonly FoundVariant[]; giving: ReadonlyMap<string, unknown> },
): Match<FoundVariant> {
  if (variant_id === null && sku === null) {
    return { found: null, problem: null }
  }
  const found =
    variants.find((each) => (variant_id === null ? each.sku === sku : each.id === variant_id)) ??
    null
  if (!found) {
    return missing(
      variant_id === null
        ? say("import.no_variant_with_sku", { sku: sku ?? "" })
        : say("refusal.no_variant", { id: variant_id }),
    )
  }
  if (sku !== null && found.sku !== sku) {
    return missing(say("import.variant_differs", { id: found.id, sku }))
  }
  return giving.has(found.id)
    ? { found, problem: null }
    : { found, problem: say("import.variant_without_roles", { variant: nameOf(found) }) }
}

/** Those with an account before guests, and the very spelling before another. */
function preferred(alike: readonly FoundCustomer[], email: string): readonly FoundCustomer[] {
  const registered = alike.filter(({ has_account }) => has_account)
  const some = registered.length > 0 ? registered : alike
  const exact = some.filter((each) => each.email === email)
  return exact.length > 0 ? exact : some
}

function isSameAddress(one: string | null, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase()
}

/** What a variant is called where people read it. */
export function nameOf({ id, title, product }: FoundVariant): string {
  const names = [product?.title, title].filter(Boolean)
  return names.length > 0 ? names.join(" · ") : id
}

function missing(problem: Message): Match<never> {
  return { found: null, problem }
}
