export * from "./workflows/complete-sign-in"
export * from "./workflows/join-sign-in"
export * from "./workflows/sweep-sign-ins"
