import type { Shop } from "../app"
import { WORDS } from "../../words"
import { Notice } from "../notice"
import { CheckAgain } from "./check-again"
import { ConnectButton } from "./connect-button"
import { Disconnect } from "./disconnect"
import { ServerRoles } from "./server-roles"
import { Todo } from "./todo"

/** The customer's roles, the way to Discord, and the way out. */
export function DiscordCard({ shop }: { shop: Shop }) {
  const { discord, session, onMessage } = shop
  const { access, error } = discord
  const reload = async () => void (await discord.reload())
  const { customer } = session

  return (
    <section className="card" aria-labelledby="my-roles">
      <h2 id="my-roles">My roles</h2>
      {customer === null && <p className="muted">{WORDS.signInForRoles}</p>}
      {error !== undefined && <Notice tone="bad" text={error} />}
      {customer !== null && error === undefined && !access && <p className="muted">Loading …</p>}
      {access && (
        <>
          {access.todo !== null && <Todo {...access.todo} />}
          {!access.account && (
            <div className="actions">
              <ConnectButton onMessage={onMessage} />
            </div>
          )}
          <ServerRoles servers={access.servers} first={access.todo} />
          {access.account && (
            <>
              <CheckAgain onDone={reload} onMessage={onMessage} />
              <Disconnect account={access.account} onDone={reload} onMessage={onMessage} />
            </>
          )}
        </>
      )}
    </section>
  )
}
