import { OAuth2Scopes, PermissionFlagsBits } from "discord-api-types/v10"
import { type Guild, type User } from "../../state/entities"
import { join } from "../../state/members"
import { type Grant } from "../../state/token-vault"
import { refuse } from "../answers/errors"
import { formOf, FormReader } from "../requests/forms"
import { guildAccess, requireGivable, requirePermission, rolesNamed } from "../guild-access"
import { presentMember } from "../answers/present"
import { type BotRequest, NO_CONTENT, ok, type Route } from "../route"

/**
 * The access token must be alive and belong to the very user in the URL and to the bot's own application (50025), and
 * it must have the scope guilds.join (50026).
 * @see https://github.com/discord/discord-api-docs/issues/5951
 */
function requireConsent(request: BotRequest, accessToken: string): Grant {
  const grant = request.sandbox.world.tokens.byAccessToken(accessToken)
  const matches =
    grant?.user_id === request.params.user && grant?.client_id === request.app.client_id
  if (!grant || !matches) throw refuse.invalidToken()
  if (!grant.scopes.includes(OAuth2Scopes.GuildsJoin)) throw refuse.missingScope()
  return grant
}

/** What keeps out somebody who is not a member yet. */
function requireAdmittable(guild: Guild, user: User): void {
  if (guild.bans.has(user.id)) throw refuse.banned()
  if (user.verification === "unverified") throw refuse.verifyAccount()
  if (user.verification === "locked") throw refuse.lockedAccount()
  if (guild.members.size >= guild.max_members) throw refuse.guildFull()
}

/**
 * Add Guild Member: 201 and the member with the given roles, or 204 and NOTHING done when they are a member already.
 * @see https://discord.com/developers/docs/resources/guild#add-guild-member
 */
function putMember(request: BotRequest) {
  const { world } = request.sandbox
  const access = guildAccess(request)
  const { guild } = access
  requirePermission(access, PermissionFlagsBits.CreateInstantInvite)
  const form = new FormReader(formOf(request.body))
  const accessToken = form.requiredString("access_token")
  const roleIds = form.snowflakes("roles") ?? []
  const nick = form.string("nick", 32) ?? null
  form.check()

  const user = world.users.get(request.params.user ?? "")
  if (!user) throw refuse.unknownUser()
  requireConsent(request, accessToken)
  if (guild.members.has(user.id)) return NO_CONTENT
  requireAdmittable(guild, user)
  if (roleIds.length) requirePermission(access, PermissionFlagsBits.ManageRoles)
  if (nick !== null) requirePermission(access, PermissionFlagsBits.ManageNicknames)
  for (const role of rolesNamed(guild, roleIds)) requireGivable(access, role)
  if (world.guildCount(user) >= user.guild_limit) throw refuse.tooManyGuilds()

  const member = join(world, guild, user.id, access.by, { roles: roleIds, nick })
  return ok(presentMember(world, member), 201)
}

export const JOIN_ROUTES: Route[] = [
  {
    method: "PUT",
    path: "/guilds/:guild/members/:user",
    auth: "bot",
    bucket: "member_put",
    run: putMember,
  },
]
