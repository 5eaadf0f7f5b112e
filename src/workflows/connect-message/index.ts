export * from "./workflows/send-connect-message"
export * from "./workflows/send-due-connect-messages"
