/** Opens a server in Discord: in the app where it is installed, else in the browser. */
export function discordUrl({ guild_id }: { guild_id: string }): string {
  return `https://discord.com/channels/${guild_id}`
}
