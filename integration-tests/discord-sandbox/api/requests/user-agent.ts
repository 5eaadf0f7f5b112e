/** Who calls, where to read of them, and their version; anything may follow. */
const FORM = /^DiscordBot \([^\s,()]+, ?[^\s,()]+\)/

/**
 * Whether a program names itself as Discord asks. What stands before Discord may block all others.
 * @see https://docs.discord.com/developers/reference#user-agent
 */
export function isUserAgent(header: string | undefined): boolean {
  return header !== undefined && FORM.test(header)
}
