export * from "./workflows/end-entitlement"
export * from "./workflows/grant-entitlement"
export * from "./workflows/sync-order-entitlements"
export * from "./workflows/update-entitlement"
