import type { StoreDiscordTodo } from "../../../../src/types/http"

/** What the customer must do, and where, when that is a page of Discord's. */
export function Todo({ message, action_url }: StoreDiscordTodo) {
  return (
    <p className="notice notice-plain" role="status">
      {message}{" "}
      {action_url !== undefined && (
        <a href={action_url} target="_blank" rel="noreferrer">
          Open Discord
        </a>
      )}
    </p>
  )
}
