const MAX_SNOWFLAKE = 2n ** 64n - 1n

/** Whether a text can be a Discord user's id: 17 to 20 digits that fit into 64 bits. */
export function isDiscordUserId(text: string): boolean {
  return /^\d{17,20}$/.test(text) && BigInt(text) <= MAX_SNOWFLAKE
}

interface DiscordName {
  username: string
  global_name: string | null
}

/** What Discord itself shows of a user. */
export function discordName({ global_name, username }: DiscordName): string {
  return global_name || username
}

/**
 * Where Discord keeps a user's picture; undefined for who has none.
 *
 * @see https://discord.com/developers/docs/reference#image-formatting
 */
export function avatarUrl(user: {
  discord_user_id: string
  avatar: string | null
}): string | undefined {
  return user.avatar
    ? `https://cdn.discordapp.com/avatars/${encodeURIComponent(user.discord_user_id)}/${encodeURIComponent(user.avatar)}.png?size=64`
    : undefined
}
