export * from "./workflows/connect-server"
export * from "./workflows/refresh-server"
