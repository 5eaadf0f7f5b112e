export * from "./workflows/retire-variants"
export * from "./workflows/sweep-deleted-variants"
