import { compareSnowflakes } from "../../state/snowflake"
import { refuse } from "../answers/errors"
import { FormReader } from "../requests/forms"
import { guildAccess } from "../guild-access"
import { presentMember } from "../answers/present"
import { type BotRequest, ok, type Route } from "../route"

/**
 * Pages by ascending user id; the default limit is 1. Needs the privileged GUILD_MEMBERS intent switched on.
 * @see https://discord.com/developers/docs/resources/guild#list-guild-members
 */
function listMembers(request: BotRequest) {
  const { guild } = guildAccess(request)
  if (!request.app.guild_members_intent) throw refuse.missingAccess()
  const form = new FormReader(Object.fromEntries(request.query))
  const limit = form.integer("limit", 1, 1000) ?? 1
  form.check()
  const ids = request.sandbox.world.memberIds(guild)
  const start = firstAfter(ids, request.query.get("after") ?? "0")
  const page = ids.slice(start, start + limit)
  const members = page.flatMap((id) => guild.members.get(id) ?? [])
  return ok(members.map((member) => presentMember(request.sandbox.world, member)))
}

/** Index of the first id greater than `after` in an ascending list. */
function firstAfter(ids: string[], after: string): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareSnowflakes(ids[middle] ?? "", after) > 0) high = middle
    else low = middle + 1
  }
  return low
}

/** Members whose user name or nickname STARTS with the query; needs no intent. */
function searchMembers(request: BotRequest) {
  const { world } = request.sandbox
  const { guild } = guildAccess(request)
  const form = new FormReader(Object.fromEntries(request.query))
  const query = form.requiredString("query").toLowerCase()
  const limit = form.integer("limit", 1, 1000) ?? 1
  form.check()
  const found = world.memberIds(guild).flatMap((id) => {
    const member = guild.members.get(id)
    const user = world.users.get(id)
    if (!member || !user) return []
    const names = [user.username, user.global_name, member.nick]
    return names.some((name) => name?.toLowerCase().startsWith(query)) ? member : []
  })
  return ok(found.slice(0, limit).map((member) => presentMember(world, member)))
}

export const MEMBER_LIST_ROUTES: Route[] = [
  {
    method: "GET",
    path: "/guilds/:guild/members",
    auth: "bot",
    bucket: "members_list",
    run: listMembers,
  },
  {
    method: "GET",
    path: "/guilds/:guild/members/search",
    auth: "bot",
    bucket: "members_search",
    run: searchMembers,
  },
]
