import { type Sandbox } from "../sandbox"
import { type Guild } from "../state/entities"
import { byRankDescending, isAssignable } from "../state/permissions"
import { type World } from "../state/world"

/** A page for people: more than this nobody reads, and a guild may have 100,000 members. */
const SHOWN_MEMBERS = 60
const SHOWN_REQUESTS = 40
const SHOWN_EVENTS = 30

/** What the live page draws. */
export function snapshot(sandbox: Sandbox) {
  const { world, faults, log } = sandbox
  return {
    outage: faults.outage !== null,
    faults: faults.list().length,
    invalid_requests: log.invalidRequests(),
    guilds: [...world.guilds.values()].map((guild) => guildSnapshot(world, guild)),
    requests: log.recent(SHOWN_REQUESTS).reverse(),
    events: world.journal
      .recent(SHOWN_EVENTS)
      .reverse()
      .map((event) => ({
        ...event,
        user: nameOf(world, event.user_id),
        by: nameOf(world, event.by),
        guild: world.guilds.get(event.guild_id)?.name ?? null,
        role: roleSnapshot(world.guilds.get(event.guild_id), event.role_id),
      })),
  }
}

function guildSnapshot(world: World, guild: Guild) {
  const counts = new Map<string, number>()
  for (const member of guild.members.values()) {
    for (const id of member.roles) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const roles = [...guild.roles.values()].filter((role) => role.id !== guild.id)
  const rank = new Map(roles.sort(byRankDescending).map((role, i) => [role.id, i]))
  const people = [...guild.members.values()]
  return {
    id: guild.id,
    name: guild.name,
    member_count: guild.members.size,
    roles: roles.map((role) => ({
      id: role.id,
      name: role.name,
      color: role.color,
      position: role.position,
      assignable: isAssignable(guild, role),
      bot: role.tags?.bot_id !== undefined,
      members: counts.get(role.id) ?? 0,
    })),
    members: people.slice(0, SHOWN_MEMBERS).map((member) => {
      const user = world.users.get(member.user_id)
      return {
        id: member.user_id,
        name: member.nick ?? nameOf(world, member.user_id),
        username: user?.username ?? "",
        bot: user?.bot ?? false,
        owner: member.user_id === guild.owner_id,
        pending: member.pending,
        roles: [...member.roles].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)),
      }
    }),
  }
}

function nameOf(world: World, userId: string): string {
  const user = world.users.get(userId)
  return user?.global_name ?? user?.username ?? userId
}

function roleSnapshot(guild: Guild | undefined, roleId: string | undefined) {
  if (roleId === undefined) return null
  const role = guild?.roles.get(roleId)
  return { name: role?.name ?? "deleted role", color: role?.color ?? 0 }
}
