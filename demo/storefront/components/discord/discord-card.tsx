import type { StoreDiscordResponse } from "medusa-plugin-discord-roles/storefront"
import type { Shop } from "../app"
import { wordsOf } from "../../format"
import { WORDS } from "../../words"
import { ActButton } from "../act-button"
import { Notice } from "../notice"
import { ConnectButton } from "./connect-button"
import { Disconnect } from "./disconnect"
import { ServerRoles } from "./server-roles"
import { Todo } from "./todo"

/** The customer's roles, the way to Discord, and the way out. */
export function DiscordCard({ shop }: { shop: Shop }) {
  const { status, error, isLoading } = shop.discord
  return (
    <section className="card" aria-labelledby="my-roles">
      <h2 id="my-roles">My roles</h2>
      {shop.session.customer === null && <p className="muted">{WORDS.signInForRoles}</p>}
      {error && <Notice tone="bad" text={wordsOf(error)} />}
      {isLoading && <p className="muted">Loading …</p>}
      {status && (
        <>
          {status.todo && <Todo {...status.todo} />}
          <ServerRoles servers={status.servers} first={status.todo} />
          <Actions shop={shop} status={status} />
        </>
      )}
    </section>
  )
}

/** For whom connecting once more is a way out of what stands above. */
const AGAIN = ["reconnect", "join_server"]

function Actions({ shop, status }: { shop: Shop; status: StoreDiscordResponse }) {
  const { client, discord, onMessage } = shop
  const { account, todo } = status
  if (!account) {
    return (
      <div className="actions">
        <ConnectButton client={client} />
      </div>
    )
  }
  const isAgain = todo !== null && AGAIN.includes(todo.code)
  return (
    <>
      <div className="actions">
        {isAgain && <ConnectButton client={client} label={WORDS.connectAgain} />}
        <ActButton act={discord.resync} onMessage={onMessage}>
          {WORDS.checkAgain}
        </ActButton>
      </div>
      <Disconnect
        account={account}
        client={client}
        onDone={discord.refetch}
        onMessage={onMessage}
      />
    </>
  )
}
