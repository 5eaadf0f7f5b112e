export * from "./workflows/link-account"
export * from "./workflows/link-discord-user"
export * from "./workflows/unlink-account"
export * from "./workflows/resync-customer"
