export * from "./workflows/connect-server"
export * from "./workflows/refresh-server"
export * from "./workflows/update-server-settings"
