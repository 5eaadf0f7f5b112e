import type { ListedMember } from "../discord-api/answers"
import type { DiscordBot } from "../discord-api/bot"
import { DiscordFailure } from "../discord-api/errors"
import type { SeenMember } from "../engine/run/seen.rules"
import type { ReconcileRun } from "./reconcile-run.store"
import { LIST_PAGE } from "./reconcile.rules"

const UNKNOWN_MEMBER = 10007
const UNKNOWN_USER = 10013
const FORBIDDEN = 403

/** A page of Discord's list of all members. */
export interface ListPage {
  members: Map<string, ListedMember>
  /** The highest user id in it; null = the list has ended. */
  upto: string | null
}

/**
 * Reads on in Discord's list of members.
 *
 * @returns null when the application does not have the Server Members intent
 * @throws DiscordFailure when Discord does not answer, or not with a page of that list
 */
export async function readListPage(
  bot: DiscordBot,
  { guild_id, cursor }: Pick<ReconcileRun, "guild_id" | "cursor">,
): Promise<ListPage | null> {
  let listed: ListedMember[]
  try {
    listed = await bot.listMembers(guild_id, { after: cursor, limit: LIST_PAGE })
  } catch (error) {
    // Without a code it was something on the way to Discord.
    if (error instanceof DiscordFailure && error.status === FORBIDDEN && error.code !== null) {
      return null
    }
    throw error
  }
  const last = listed.reduce<bigint | null>((highest, { user_id }) => {
    const id = BigInt(user_id)
    return highest === null || id > highest ? id : highest
  }, null)
  // Without the bot itself it is no server's list; and one that does not go on would never end.
  if (last === null ? cursor === null : last <= BigInt(cursor ?? 0)) {
    throw new DiscordFailure(null, null, null, "Discord answered without the server's members")
  }
  return {
    members: new Map(listed.map((each) => [each.user_id, each])),
    upto: last?.toString() ?? null,
  }
}

/**
 * How one member stands.
 *
 * @returns null when they are not in the server
 * @throws DiscordFailure
 */
export async function readOne(
  bot: DiscordBot,
  guildId: string,
  userId: string,
): Promise<SeenMember | null> {
  try {
    const { role_ids, joined_at, pending } = await bot.readMember(guildId, userId)
    return { role_ids, joined_at: joined_at?.toISOString() ?? null, pending }
  } catch (error) {
    if (
      error instanceof DiscordFailure &&
      (error.code === UNKNOWN_MEMBER || error.code === UNKNOWN_USER)
    ) {
      return null
    }
    throw error
  }
}
