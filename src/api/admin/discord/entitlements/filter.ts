import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { say } from "../../../../messages"
import { literalLike } from "../../../../modules/discord/db/db"
import type { EntitlementFilter } from "../../../../modules/discord/entitlement/entitlement-list.store"
import {
  ENTITLEMENT_STATES,
  type EntitlementCounts,
} from "../../../../modules/discord/entitlement/entitlement-state.rules"
import { refused } from "../../../../modules/discord/refused"
import type { AdminGetDiscordEntitlementsQuery } from "./validators"

/** More customers than these are not looked for: their ids stand in one statement. */
const MAX_CUSTOMERS = 1_000

type Asked = Omit<AdminGetDiscordEntitlementsQuery, "limit" | "offset" | "order" | "fields">

/** What is asked for, in the module's words: the shop knows a product's variants, and who is called what. */
export async function filterOf(
  scope: MedusaContainer,
  { q, product_id, ...plain }: Asked,
): Promise<{ filter: EntitlementFilter; customers_cut: boolean }> {
  const [customers, variants] = await Promise.all([
    q === undefined ? undefined : customersBy(scope, q),
    product_id && variantsOf(scope, product_id),
  ])
  return {
    filter: {
      ...plain,
      customer_id: both(plain.customer_id, customers?.slice(0, MAX_CUSTOMERS)),
      variant_id: both(plain.variant_id, variants),
    },
    customers_cut: (customers?.length ?? 0) > MAX_CUSTOMERS,
  }
}

/** How many of what was counted the filter finds. */
export function foundOf(
  counts: EntitlementCounts,
  { state, active }: Pick<EntitlementFilter, "state" | "active">,
): number {
  return ENTITLEMENT_STATES.filter(
    (each) =>
      (state?.includes(each) ?? true) && (active === undefined || active === (each === "active")),
  ).reduce((found, each) => found + counts[each], 0)
}

/** @throws MedusaError INVALID_DATA in words: a file that lacks rows would not say so */
export function refuseCut(customers_cut: boolean): void {
  if (customers_cut) {
    throw refused(
      MedusaError.Types.INVALID_DATA,
      say("refusal.too_many_customers", { count: MAX_CUSTOMERS }),
    )
  }
}

/** What is in both lists; a list that is left out holds everything. */
function both(one: string[] | undefined, other: string[] | undefined): string[] | undefined {
  if (!one || !other) {
    return one ?? other
  }
  const wanted = new Set(other)
  return one.filter((id) => wanted.has(id))
}

/** Registered customers and guests, each of the words in their e-mail address or in one of their names; the newest first. */
async function customersBy(scope: MedusaContainer, q: string): Promise<string[]> {
  const words = q.split(/\s+/).map((word) => ({ $ilike: `%${literalLike(word)}%` }))
  return idsOf(scope, {
    entity: "customer",
    filters: {
      $and: words.map((word) => ({
        $or: [{ email: word }, { first_name: word }, { last_name: word }],
      })),
    },
    pagination: { take: MAX_CUSTOMERS + 1, skip: 0, order: { created_at: "DESC" } },
  })
}

async function variantsOf(scope: MedusaContainer, product_id: string[]): Promise<string[]> {
  return idsOf(scope, { entity: "product_variant", filters: { product_id }, withDeleted: true })
}

async function idsOf(
  scope: MedusaContainer,
  asked: { entity: string; filters: object; pagination?: object; withDeleted?: boolean },
): Promise<string[]> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ fields: ["id"], ...asked })
  return (data as { id: string }[]).map(({ id }) => id)
}
