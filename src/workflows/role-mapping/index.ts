export * from "./workflows/set-role-mappings"
