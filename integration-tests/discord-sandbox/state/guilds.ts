import { type Guild } from "./entities"
import { type World } from "./world"

/** A guild's settings change, or Discord itself has trouble with it and is over it again. */
export function editGuild(world: World, guild: Guild, edit: Partial<Guild>): void {
  const wasUnavailable = guild.unavailable
  const { unavailable, ...settings } = edit
  Object.assign(guild, edit)
  if (Object.keys(settings).length > 0) world.tell(guild, { type: "guild_update" })
  if (unavailable === undefined || unavailable === wasUnavailable) return world.changed()
  world.tell(guild, { type: unavailable ? "guild_outage" : "guild_back" })
  world.changed()
}

export function deleteGuild(world: World, guild: Guild): void {
  world.guilds.delete(guild.id)
  world.tell(guild, { type: "guild_delete" })
  world.changed()
}
