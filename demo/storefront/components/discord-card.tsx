import { useState } from "react"
import type { StoreDiscordResponse } from "../../../src/types/http"
import { discordApi } from "../sdk"
import type { MaybeCustomer } from "../use-customer"
import { wordsOf } from "../words"
import { CheckAgain } from "./check-again"
import { Disconnect } from "./disconnect"
import { Notice, type Message } from "./notice"
import { ServerRoles } from "./server-roles"
import { Todo } from "./todo"

interface DiscordCardProps {
  customer: MaybeCustomer
  access: StoreDiscordResponse | undefined
  error: string | undefined
  reload: () => Promise<void>
  onMessage: (message: Message) => void
}

export function DiscordCard({ customer, access, error, reload, onMessage }: DiscordCardProps) {
  const [isLeaving, setIsLeaving] = useState(false)

  const connect = async () => {
    setIsLeaving(true)
    try {
      await discordApi.connect()
    } catch (failure) {
      setIsLeaving(false)
      onMessage({ tone: "bad", text: `Discord was not connected. ${wordsOf(failure)}` })
    }
  }

  return (
    <section className="card" aria-labelledby="my-roles">
      <h2 id="my-roles">My roles</h2>
      {customer === null && <p className="muted">Log in to see your Discord roles.</p>}
      {error !== undefined && <Notice tone="bad" text={error} />}
      {customer !== null && error === undefined && !access && <p className="muted">Loading …</p>}
      {access && (
        <>
          {access.todo !== null && <Todo {...access.todo} />}
          <ServerRoles servers={access.servers} first={access.todo} />
          {access.account && <CheckAgain onDone={reload} onMessage={onMessage} />}
          {access.account ? (
            <Disconnect account={access.account} onDone={reload} onMessage={onMessage} />
          ) : (
            <div className="actions">
              <button
                type="button"
                className="discord"
                disabled={isLeaving}
                onClick={() => void connect()}
              >
                Connect Discord
              </button>
            </div>
          )}
        </>
      )}
    </section>
  )
}
