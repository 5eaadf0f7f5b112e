import { PermissionFlagsBits } from "discord-api-types/v10"
import { type Guild } from "../state/entities"
import { installBot } from "../state/install"
import { hasPermission } from "../state/permissions"
import { SandboxError, type World } from "../state/world"
import { type AuthorizationRequest } from "./authorization-request"

/** What a person chose on the consent page. */
export interface Decision {
  user_id: string
  allow: boolean
  /** Only these of the requested scopes; all when left out. */
  scopes?: string[]
  guild_id?: string
}

/** The guilds a person may add a bot to: MANAGE_GUILD is needed. */
export function installableGuilds(world: World, userId: string): Guild[] {
  return [...world.guilds.values()].filter((guild) => {
    const member = guild.members.get(userId)
    return member !== undefined && hasPermission(guild, member, PermissionFlagsBits.ManageGuild)
  })
}

/**
 * Carries a decision out and says where the browser goes next; null = nowhere (a plain bot link has no callback).
 * @throws SandboxError when a person could not have decided so.
 */
export function decide(
  world: World,
  request: AuthorizationRequest,
  decision: Decision,
): string | null {
  const user = world.livingUser(decision.user_id)
  if (user.bot) throw new SandboxError(`${user.username} is a bot, and bots authorise nothing`)
  if (!decision.allow) return denied(request)

  const guild = request.bot ? guildToInstall(world, decision) : null
  if (guild) installBot(world, guild, request.app, request.permissions, { user_id: user.id })
  if (request.redirect_uri === null) return null
  const code = world.tokens.issueCode({
    client_id: request.app.client_id,
    user_id: user.id,
    scopes: request.scopes.filter((scope) => decision.scopes?.includes(scope) ?? true),
    redirect_uri: request.redirect_uri,
    code_challenge: request.code_challenge,
    guild_id: guild?.id ?? null,
  })
  return callback(request.redirect_uri, {
    code,
    state: request.state,
    guild_id: guild?.id ?? null,
    permissions: guild ? request.permissions.toString() : null,
  })
}

function guildToInstall(world: World, decision: Decision): Guild {
  const guilds = installableGuilds(world, decision.user_id)
  const guild = guilds.find((candidate) => candidate.id === decision.guild_id)
  if (guild) return guild
  throw new SandboxError(
    `User ${decision.user_id} cannot add a bot to guild ${decision.guild_id ?? "(none chosen)"}: ` +
      "they must be its owner or have the permission MANAGE_GUILD in it",
  )
}

function denied(request: AuthorizationRequest): string | null {
  if (request.redirect_uri === null) return null
  return callback(request.redirect_uri, {
    error: "access_denied",
    error_description: "The resource owner or authorization server denied the request",
    state: request.state,
  })
}

/** The redirect with these added to whatever query it has. */
export function callback(redirectUri: string, params: Record<string, string | null>): string {
  const url = new URL(redirectUri)
  for (const [name, value] of Object.entries(params)) {
    if (value !== null) url.searchParams.set(name, value)
  }
  return url.toString()
}
