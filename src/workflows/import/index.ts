export * from "./workflows/import-customer"
export * from "./workflows/import-customers"
