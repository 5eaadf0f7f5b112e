export * from "./account"
export * from "./role-mapping"
export * from "./server"
