import { Avatar } from "@medusajs/ui"
import { initials, serverIconUrl } from "../lib/discord/discord-icon"

interface ServerAvatarProps {
  server: { guild_id: string; name: string; icon: string | null }
  size?: "small" | "base" | "large"
}

/** A server's icon, or its initials where it has none or Discord does not send it. */
export const ServerAvatar = ({ server, size = "small" }: ServerAvatarProps) => (
  <Avatar
    variant="squared"
    size={size}
    src={serverIconUrl(server.guild_id, server.icon)}
    fallback={initials(server.name)}
  />
)
