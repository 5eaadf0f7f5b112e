const CDN = "https://cdn.discordapp.com"

/**
 * The address of a server's icon.
 *
 * @param icon its hash; null = it has none
 * @see https://docs.discord.com/developers/reference#image-formatting
 */
export function serverIconUrl(guildId: string, icon: string | null): string | undefined {
  return icon === null ? undefined : `${CDN}/icons/${guildId}/${icon}.png?size=64`
}

/** As Discord shows a server without an icon: the first letters of its first words. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("")
    .toUpperCase()
}
