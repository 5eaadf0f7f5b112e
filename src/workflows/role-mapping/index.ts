export * from "./workflows/preview-role-mappings"
export * from "./workflows/set-role-mappings"
