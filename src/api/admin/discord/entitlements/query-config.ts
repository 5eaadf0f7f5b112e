export const entitlementFields = [
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

export const listEntitlementsQueryConfig = {
  defaults: entitlementFields,
  allowed: entitlementFields,
  isList: true,
  defaultLimit: 50,
}

export const retrieveEntitlementQueryConfig = {
  defaults: entitlementFields,
  allowed: entitlementFields,
  isList: false,
}
