import { Avatar, Text } from "@medusajs/ui"
import type { AdminDiscordAccount } from "../../../types/http"
import { avatarUrl, discordName } from "../../lib/discord/discord-user"

interface DiscordUserProps {
  account: AdminDiscordAccount
  size?: "2xsmall" | "base"
}

/** A Discord user as Discord shows them. */
export const DiscordUser = ({ account, size = "base" }: DiscordUserProps) => {
  const name = discordName(account)
  return (
    <div className="flex min-w-0 items-center gap-x-2">
      <Avatar size={size} src={avatarUrl(account)} fallback={name.charAt(0).toUpperCase()} />
      <div className="flex min-w-0 flex-col">
        <Text size="small" leading="compact" weight={size === "base" ? "plus" : "regular"}>
          <span className="break-words">{name}</span>
        </Text>
        {size === "base" && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle truncate">
            @{account.username}
          </Text>
        )}
      </div>
    </div>
  )
}
