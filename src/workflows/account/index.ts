export * from "./workflows/link-account"
export * from "./workflows/unlink-account"
export * from "./workflows/resync-customer"
