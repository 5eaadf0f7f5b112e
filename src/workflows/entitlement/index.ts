export * from "./workflows/sync-order-entitlements"
