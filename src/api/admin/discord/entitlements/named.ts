import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type {
  AdminDiscordEntitlement,
  AdminDiscordEntitlementCustomer,
  AdminDiscordNamedEntitlement,
} from "../../../../types/http"
import { readNames, type Names } from "../activity/names"
import { listEntitlements } from "./helpers"
import { listEntitlementsQueryConfig, NAMED_FIELDS, type NamedField } from "./query-config"

/** Rows that are in memory at once while all are downloaded. */
const BATCH = 500

/** What a name is made of. */
const MADE_OF: Record<NamedField, string[]> = {
  customer: ["customer_id"],
  variant: ["variant_id"],
  order: ["source", "source_id"],
  actor: ["actor_id"],
}

interface FoundCustomer {
  id: string
  first_name: string | null
  last_name: string | null
  email: string | null
  has_account: boolean
}

/** Reads these, with what the shop calls whom and what they name: at most five reads, whatever their number. */
export async function listNamed(
  scope: MedusaContainer,
  ids: readonly string[],
  fields: readonly string[],
): Promise<AdminDiscordNamedEntitlement[]> {
  if (ids.length === 0) {
    return []
  }
  // `*customer` asks for all of a customer, and comes as `customer.*`.
  const asked = new Set(fields.map((field) => field.replace(/\.\*$/, "")))
  const named = NAMED_FIELDS.filter((field) => asked.has(field))
  const needed = named.flatMap((field) => MADE_OF[field])
  const stored = [...asked].filter((field) => !NAMED_FIELDS.some((name) => name === field))
  const entitlements = await listEntitlements(scope, { fields: [...stored, ...needed], ids })
  const idsFor = (field: NamedField, idOf: (one: AdminDiscordEntitlement) => string | null) =>
    named.includes(field) ? [...new Set(entitlements.map(idOf).filter((id) => id !== null))] : []
  const [names, customers] = await Promise.all([
    readNames(scope, {
      variant: idsFor("variant", ({ variant_id }) => variant_id),
      order: idsFor("order", (one) => (one.source === "order" ? one.source_id : null)),
      user: idsFor("actor", ({ actor_id }) => actor_id),
      customer: [],
      product: [],
    }),
    readCustomers(
      scope,
      idsFor("customer", ({ customer_id }) => customer_id),
    ),
  ])
  return entitlements.map((one) => {
    const all = namesOf(one, names, customers)
    return { ...one, ...Object.fromEntries(named.map((field) => [field, all[field]])) }
  }) as AdminDiscordNamedEntitlement[]
}

/** Each of these in full, in batches. */
export async function* allNamed(
  scope: MedusaContainer,
  ids: readonly string[],
): AsyncGenerator<AdminDiscordNamedEntitlement[]> {
  for (let at = 0; at < ids.length; at += BATCH) {
    yield await listNamed(scope, ids.slice(at, at + BATCH), listEntitlementsQueryConfig.defaults)
  }
}

function namesOf(
  { actor_id, customer_id, source, source_id, variant_id }: AdminDiscordEntitlement,
  names: Names,
  customers: ReadonlyMap<string, AdminDiscordEntitlementCustomer>,
): Pick<AdminDiscordNamedEntitlement, NamedField> {
  const gone = { id: variant_id, title: null, product_id: null, product_title: null }
  const display_id = names.order.get(source_id) ?? null
  return {
    customer: customers.get(customer_id) ?? null,
    variant: names.variant.get(variant_id) ?? gone,
    order: source === "order" ? { id: source_id, display_id } : null,
    actor: actor_id ? { id: actor_id, name: names.user.get(actor_id) ?? actor_id } : null,
  }
}

async function readCustomers(
  scope: MedusaContainer,
  ids: string[],
): Promise<ReadonlyMap<string, AdminDiscordEntitlementCustomer>> {
  if (ids.length === 0) {
    return new Map()
  }
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "first_name", "last_name", "email", "has_account"],
    filters: { id: ids },
  })
  return new Map(
    (data as FoundCustomer[]).map(({ first_name, last_name, ...customer }) => [
      customer.id,
      { ...customer, name: [first_name, last_name].filter(Boolean).join(" ") || null },
    ]),
  )
}
