export * from "./workflows/check-order-claim"
export * from "./workflows/claim-order"
export * from "./workflows/create-order-claim"
