import type { StoreDiscordTodo } from "medusa-plugin-discord-roles/storefront"
import { WORDS } from "../../words"

type Code = StoreDiscordTodo["code"]

/** What no click of the customer's mends. */
const BAD: readonly Code[] = ["banned", "contact_store"]
const LINKS: Partial<Record<Code, string>> = {
  join_server: WORDS.join,
  accept_rules: "Open the server",
}

/** What the customer must do, and where, when that is a page of Discord's. */
export function Todo({ code, message, action_url }: StoreDiscordTodo) {
  return (
    <div className={`notice notice-${BAD.includes(code) ? "bad" : "plain"}`} role="status">
      <p>
        {message}{" "}
        {action_url !== undefined && (
          <a href={action_url} target="_blank" rel="noreferrer">
            {LINKS[code] ?? "Open Discord"}
          </a>
        )}
      </p>
    </div>
  )
}
