export * from "./account"
export * from "./entitlement"
export * from "./role-mapping"
export * from "./server"
