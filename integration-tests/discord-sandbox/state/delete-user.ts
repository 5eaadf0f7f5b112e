import { type User } from "./entities"
import { leave } from "./members"
import { SandboxError, type World } from "./world"

export interface DeleteUserOptions {
  /** Discord still knows the id, as that of a deleted user. Left out: it never heard of it. */
  remembered?: boolean
}

/**
 * The user deletes their account: they leave every guild, and every consent of theirs ends. As on Discord, the guilds they
 * own have to have another owner first.
 *
 * @throws SandboxError
 */
export function deleteUser(world: World, user: User, { remembered }: DeleteUserOptions = {}): void {
  const guilds = [...world.guilds.values()]
  const owned = guilds.find((guild) => guild.owner_id === user.id)
  if (user.bot) throw new SandboxError(`User ${user.id} is a bot`)
  if (owned) throw new SandboxError(`User ${user.id} owns the guild ${owned.id}`)
  if ([...world.applications.values()].some((app) => app.owner_id === user.id))
    throw new SandboxError(`User ${user.id} owns an application`)
  for (const guild of guilds) if (guild.members.has(user.id)) leave(world, guild, user.id)
  world.tokens.revokeAll(user.id)
  if (remembered) {
    user.deleted = true
    user.username = `deleted_user_${BigInt(user.id).toString(16).slice(-12)}`
    user.global_name = null
  } else {
    world.users.delete(user.id)
  }
  world.changed()
}
