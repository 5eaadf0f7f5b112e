import { render, say, type Catalogue } from "../../../../messages"
import type { AdminDiscordNamedEntitlement } from "../../../../types/http"

/** The columns of the download. */
export const COLUMNS = [
  "customer_name",
  "customer_email",
  "guest",
  "product",
  "variant",
  "source",
  "given_by",
  "starts_at",
  "ends_at",
  "state",
  "ended_reason",
  "suspended_at",
  "suspended_reason",
  "suspended_note",
  "quantity",
  "note",
  "actor_id",
  "provider",
  "source_id",
  "product_id",
  "variant_id",
  "customer_id",
  "id",
] as const

/** One line of the download. @param texts in whose language the reason of a suspension is told */
export function cellsOf(
  entitlement: AdminDiscordNamedEntitlement,
  texts: Catalogue,
): Record<(typeof COLUMNS)[number], string | number | null> {
  const { active: _, actor, customer, order, suspended_reason, variant, ...rest } = entitlement
  return {
    ...rest,
    customer_name: customer && customer.name,
    customer_email: customer && customer.email,
    guest: customer && (customer.has_account ? "no" : "yes"),
    product: variant.product_title,
    variant: variant.title,
    product_id: variant.product_id,
    given_by: order ? orderName(order) : (actor?.name ?? null),
    suspended_reason: suspended_reason && render(say(`entitlement.${suspended_reason}`), texts),
  }
}

/** By the name that needs no language. */
function orderName({ id, display_id }: { id: string; display_id: number | null }): string {
  return display_id === null ? id : `#${display_id}`
}
