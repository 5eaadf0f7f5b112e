export * from "./workflows/link-account"
export * from "./workflows/unlink-account"
