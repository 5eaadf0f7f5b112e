export * from "./workflows/erase-customer"
export * from "./workflows/sweep-deleted-customers"
