export * from "./workflows/connect-server"
export * from "./workflows/disconnect-server"
export * from "./workflows/refresh-server"
export * from "./workflows/update-server-settings"
