import { type APIUser, Locale, OAuth2Scopes } from "discord-api-types/v10"
import { leave } from "../../state/members"
import { permissionsOf } from "../../state/permissions"
import { compareSnowflakes } from "../../state/snowflake"
import { type Caller } from "../requests/auth"
import { refuse } from "../answers/errors"
import { presentUser } from "../answers/present"
import { guildFeatures } from "../answers/present-guild"
import { type ApiRequest, NO_CONTENT, ok, type Route } from "../route"

/** A user's token needs the scope; a bot needs none. */
function requireScope(caller: Caller, scope: OAuth2Scopes): void {
  if (caller.kind === "bearer" && !caller.grant.scopes.includes(scope)) throw refuse.missingScope()
}

/** `identify` alone gives no e-mail address. @see https://discord.com/developers/docs/resources/user#get-current-user */
function presentSelf(caller: Caller, mfa_enabled: boolean): APIUser {
  const { user } = caller
  const isTold = caller.kind === "bearer" && caller.grant.scopes.includes(OAuth2Scopes.Email)
  return {
    ...presentUser(user),
    mfa_enabled,
    locale: Locale.EnglishUS,
    ...(isTold && {
      email: user.email,
      verified: user.email !== null && user.verification !== "unverified",
    }),
  }
}

function listMyGuilds({ sandbox, caller, query }: ApiRequest & { caller: Caller }) {
  requireScope(caller, OAuth2Scopes.Guilds)
  const withCounts = query.get("with_counts") === "true"
  const guilds = [...sandbox.world.guilds.values()]
    .sort((a, b) => compareSnowflakes(a.id, b.id))
    .flatMap((guild) => {
      const member = guild.members.get(caller.user.id)
      if (!member) return []
      return {
        id: guild.id,
        name: guild.name,
        icon: guild.icon,
        banner: null,
        owner: guild.owner_id === caller.user.id,
        permissions: permissionsOf(guild, member).toString(),
        features: guildFeatures(guild),
        ...(withCounts
          ? { approximate_member_count: guild.members.size, approximate_presence_count: 0 }
          : {}),
      }
    })
  return ok(guilds)
}

export const USER_ROUTES: Route[] = [
  {
    method: "GET",
    path: "/users/@me",
    auth: "any",
    bucket: "other",
    run: ({ sandbox, caller }) => {
      requireScope(caller, OAuth2Scopes.Identify)
      // A bot has no second factor of its own: it shows its owner's.
      const { mfa_enabled } =
        caller.kind === "bot" ? sandbox.world.user(caller.app.owner_id) : caller.user
      return ok(presentSelf(caller, mfa_enabled))
    },
  },
  {
    // No server in common is needed. @see https://discord.com/developers/docs/resources/user#get-user
    method: "GET",
    path: "/users/:user",
    auth: "bot",
    bucket: "other",
    run: ({ sandbox, params }) => {
      const user = sandbox.world.users.get(params.user ?? "")
      if (!user) throw refuse.unknownUser()
      return ok(presentUser(user))
    },
  },
  {
    method: "GET",
    path: "/users/@me/guilds",
    auth: "any",
    bucket: "other",
    run: listMyGuilds,
  },
  {
    // The bot leaves by itself. @see https://discord.com/developers/docs/resources/user#leave-guild
    method: "DELETE",
    path: "/users/@me/guilds/:guild",
    auth: "bot",
    bucket: "other",
    run: ({ sandbox, params, bot }) => {
      const guild = sandbox.world.guilds.get(params.guild ?? "")
      if (!guild?.members.has(bot.id)) throw refuse.unknownGuild()
      leave(sandbox.world, guild, bot.id)
      return NO_CONTENT
    },
  },
]
