import { CDNRoutes, ImageFormat, RouteBases } from "discord.js"

/**
 * Where a browser finds a server's picture.
 *
 * @param icon its hash; null = it has none
 * @see https://docs.discord.com/developers/reference#image-formatting
 */
export function serverIconUrl(guildId: string, icon: string | null): string | null {
  return icon && `${RouteBases.cdn}${CDNRoutes.guildIcon(guildId, icon, ImageFormat.PNG)}`
}
