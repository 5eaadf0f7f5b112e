import { ApplicationFlags } from "discord-api-types/v10"
import { type Application } from "../../state/entities"
import { type World } from "../../state/world"
import { presentUser } from "../answers/present"
import { type BearerRequest, type BotRequest, ok, type Route } from "../route"

/** Fields every view of an application has. */
function presentApplication(app: Application) {
  // Under 100 guilds the privileged intent shows as the "limited" flag.
  const flags = app.guild_members_intent ? ApplicationFlags.GatewayGuildMembersLimited : 0
  return {
    id: app.client_id,
    name: app.name,
    icon: null,
    description: "",
    type: null,
    summary: "",
    verify_key: app.public_key,
    flags,
    flags_new: String(flags),
    bot_public: true,
    bot_require_code_grant: false,
  }
}

/** What the application's own bot may see. @see https://discord.com/developers/docs/resources/application#application-object */
function presentOwnApplication(world: World, app: Application) {
  const guilds = [...world.guilds.values()].filter((g) => g.members.has(app.bot_user_id))
  return {
    ...presentApplication(app),
    bot: presentUser(world.user(app.bot_user_id)),
    owner: presentUser(world.user(app.owner_id)),
    team: null,
    redirect_uris: app.redirect_uris,
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    event_webhooks_url: app.event_webhooks_url,
    event_webhooks_status: app.event_webhooks_status,
    ...(app.event_webhooks_types.length > 0 && { event_webhooks_types: app.event_webhooks_types }),
    approximate_guild_count: guilds.length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ["identify", "guilds", "guilds.join", "bot", "applications.commands"],
  }
}

function getOwn({ sandbox, app }: BotRequest) {
  return ok(presentOwnApplication(sandbox.world, app))
}

/** The granted scopes, which may be fewer than were asked for. */
function getAuthorization({ app, user, grant }: BearerRequest) {
  return ok({
    application: presentApplication(app),
    scopes: grant.scopes,
    expires: new Date(grant.expires_at).toISOString(),
    ...(grant.scopes.includes("identify") ? { user: presentUser(user) } : {}),
  })
}

export const APPLICATION_ROUTES: Route[] = [
  { method: "GET", path: "/applications/@me", auth: "bot", bucket: "other", run: getOwn },
  { method: "GET", path: "/oauth2/applications/@me", auth: "bot", bucket: "other", run: getOwn },
  { method: "GET", path: "/oauth2/@me", auth: "bearer", bucket: "other", run: getAuthorization },
]
