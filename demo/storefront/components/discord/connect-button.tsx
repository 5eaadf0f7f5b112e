import type { DiscordClient } from "medusa-plugin-discord-roles/storefront"
import { useConnectDiscord } from "medusa-plugin-discord-roles/storefront/react"
import { wordsOf } from "../../format"
import { WORDS } from "../../words"
import { Notice } from "../notice"

interface ConnectButtonProps {
  client: DiscordClient
  className?: string
  label?: string
}

/** Leads to Discord's consent, and back to the page where it was pressed. */
export function ConnectButton(props: ConnectButtonProps) {
  const { client, className = "discord", label = WORDS.connect } = props
  const { connect, isConnecting, error } = useConnectDiscord(client)
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={isConnecting}
        aria-busy={isConnecting}
        onClick={() => void connect({ redirect_url: location.href })}
      >
        {label}
      </button>
      {error && <Notice tone="bad" text={wordsOf(error)} />}
    </>
  )
}
