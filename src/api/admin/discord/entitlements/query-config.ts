const entitlementFields = [
  "id",
  "source",
  "source_id",
  "provider",
  "variant_id",
  "customer_id",
  "starts_at",
  "ends_at",
  "ended_reason",
  "actor_id",
  "note",
  "quantity",
  "suspended_at",
  "suspended_reason",
  "suspended_note",
  "suspended_by",
  "created_at",
  "updated_at",
]

/** What a list tells beside them, as the shop calls it. */
export const NAMED_FIELDS = ["customer", "variant", "order", "actor"] as const
export type NamedField = (typeof NAMED_FIELDS)[number]

const listedFields = [...entitlementFields, ...NAMED_FIELDS]

export const listEntitlementsQueryConfig = {
  defaults: listedFields,
  allowed: listedFields,
  isList: true,
  defaultLimit: 50,
}

export const retrieveEntitlementQueryConfig = {
  defaults: entitlementFields,
  allowed: entitlementFields,
  isList: false,
}
