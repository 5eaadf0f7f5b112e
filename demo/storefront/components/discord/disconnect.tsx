import type { DiscordClient, StoreDiscordAccount } from "medusa-plugin-discord-roles/storefront"
import { useState } from "react"
import { wordsOf } from "../../format"
import { WORDS } from "../../words"
import type { Message } from "../notice"
import { ConnectButton } from "./connect-button"

interface DisconnectProps {
  account: StoreDiscordAccount
  client: DiscordClient
  onDone: () => Promise<void>
  onMessage: (message: Message) => void
}

/** The connected account, and the way out, asked for twice: it takes the roles. */
export function Disconnect({ account, client, onDone, onMessage }: DisconnectProps) {
  const [stage, setStage] = useState<"idle" | "asking" | "busy">("idle")

  const disconnect = async () => {
    setStage("busy")
    try {
      await client.disconnect()
      onMessage({ tone: "plain", text: "Discord is disconnected. Its roles were taken back." })
      await onDone()
    } catch (failure) {
      onMessage({ tone: "bad", text: `Discord was not disconnected. ${wordsOf(failure)}` })
    } finally {
      setStage("idle")
    }
  }

  return (
    <div className="account">
      <p>
        Connected as <strong>{account.display_name}</strong>{" "}
        <span className="muted">{account.username}</span>
      </p>
      {stage === "idle" ? (
        <div className="actions">
          <ConnectButton client={client} className="" label={WORDS.connectAnother} />
          <button type="button" onClick={() => setStage("asking")}>
            Disconnect
          </button>
        </div>
      ) : (
        <>
          <p>You lose the roles in Discord until you connect again.</p>
          <div className="actions">
            <button
              type="button"
              className="danger"
              disabled={stage === "busy"}
              onClick={() => void disconnect()}
            >
              Disconnect now
            </button>
            <button type="button" className="link" onClick={() => setStage("idle")}>
              Stay connected
            </button>
          </div>
        </>
      )}
    </div>
  )
}
