import { type Invite, type Member } from "./entities"
import { join } from "./members"
import { SandboxError, type World } from "./world"

/** Whether an invitation lets anybody in at a moment: Unix ms. */
export function isAlive(invite: Invite, now: number): boolean {
  return invite.max_age === 0 || invite.created_at + invite.max_age * 1000 > now
}

/**
 * Somebody follows an invitation in Discord's client. One that has let in as many as it may is gone, and who is a member already
 * uses none up.
 *
 * @throws SandboxError when it does not let them in
 */
export function acceptInvite(world: World, code: string, userId: string): Member {
  const invite = world.invites.get(code)
  if (!invite || !isAlive(invite, world.now())) throw new SandboxError("Invite Invalid")
  const guild = world.guild(invite.guild_id)
  const user = world.livingUser(userId)
  const present = guild.members.get(user.id)
  if (present) return present
  if (guild.bans.has(user.id)) throw new SandboxError("You are banned from this server")
  if (user.verification !== "done") throw new SandboxError("Verify your account first")
  if (guild.members.size >= guild.max_members) throw new SandboxError("The server is full")
  if (world.guildCount(user) >= user.guild_limit)
    throw new SandboxError("You are in as many servers as you may be")
  invite.uses++
  if (invite.max_uses > 0 && invite.uses >= invite.max_uses) world.invites.delete(code)
  return join(world, guild, user.id, { user_id: user.id })
}
