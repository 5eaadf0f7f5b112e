import type { DiscordClient, StoreDiscordTodo } from "medusa-plugin-discord-roles/storefront"
import { ConnectButton } from "./connect-button"
import { Todo } from "./todo"

/** Those whom connecting helps. */
const CONNECTING: readonly StoreDiscordTodo["code"][] = ["connect", "reconnect", "join_server"]

interface BeforePayingProps {
  client: DiscordClient
  /** Null when nothing; undefined while that is not known. */
  todo: StoreDiscordTodo | null | undefined
}

/** What stands between a customer and the roles that they are about to pay for. */
export function BeforePaying({ client, todo }: BeforePayingProps) {
  if (!todo) return null
  return (
    <>
      <Todo {...todo} />
      {CONNECTING.includes(todo.code) && (
        <div className="actions">
          <ConnectButton client={client} />
        </div>
      )}
    </>
  )
}
