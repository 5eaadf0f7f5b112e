import { RESTJSONErrorCodes as Code } from "discord-api-types/v10"

/** Field errors of a 50035, by field name, as `{code, message}` in Discord's own words. */
export type FieldErrors = Record<string, { code: string; message: string }>

/**
 * An answer of Discord that is not a success: HTTP status, JSON error code and message.
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
export class DiscordError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
    readonly fields?: FieldErrors,
  ) {
    super(message)
  }

  body(): object {
    if (!this.fields) return { message: this.message, code: this.code }
    const errors = Object.fromEntries(
      Object.entries(this.fields).map(([field, error]) => [field, { _errors: [error] }]),
    )
    return { message: this.message, code: this.code, errors }
  }
}

/** Each refusal a role bot can meet, with the status and words Discord uses. */
export const refuse = {
  notFound: () => new DiscordError(404, 0, "404: Not Found"),
  methodNotAllowed: () => new DiscordError(405, 0, "405: Method Not Allowed"),
  unauthorized: () => new DiscordError(401, 0, "401: Unauthorized"),
  unknownChannel: () => new DiscordError(404, Code.UnknownChannel, "Unknown Channel"),
  unknownGuild: () => new DiscordError(404, Code.UnknownGuild, "Unknown Guild"),
  unknownInvite: () => new DiscordError(404, Code.UnknownInvite, "Unknown Invite"),
  unknownMember: () => new DiscordError(404, Code.UnknownMember, "Unknown Member"),
  unknownRole: () => new DiscordError(404, Code.UnknownRole, "Unknown Role"),
  unknownUser: () => new DiscordError(404, Code.UnknownUser, "Unknown User"),
  tooManyGuilds: () =>
    new DiscordError(
      400,
      Code.MaximumNumberOfGuildsReached,
      "Maximum number of guilds reached (100)",
    ),
  guildFull: () =>
    new DiscordError(
      400,
      Code.MaximumNumberOfServerMembersReached,
      "Maximum number of server members reached",
    ),
  tooManyRoles: () =>
    new DiscordError(
      400,
      Code.MaximumNumberOfGuildRolesReached,
      "Maximum number of guild roles reached (250)",
    ),
  banned: () =>
    new DiscordError(403, Code.UserBannedFromThisGuild, "The user is banned from this guild."),
  verifyAccount: () =>
    new DiscordError(
      403,
      Code.VerifyYourAccount,
      "You need to verify your account in order to perform this action.",
    ),
  lockedAccount: () =>
    new DiscordError(
      403,
      Code.TheUserAccountMustFirstBeVerified,
      "The user account must first be verified",
    ),
  missingAccess: () => new DiscordError(403, Code.MissingAccess, "Missing Access"),
  missingPermissions: () => new DiscordError(403, Code.MissingPermissions, "Missing Permissions"),
  twoFactorRequired: () =>
    new DiscordError(
      403,
      Code.TwoFactorAuthenticationIsRequired,
      "Two factor is required for this operation",
    ),
  blockedUserAgent: () =>
    new DiscordError(403, Code.CloudflareIsBlockingYourRequest, "internal network error"),
  overloaded: () =>
    new DiscordError(
      503,
      Code.APIResourceOverloaded,
      "API resource is currently overloaded. Try again a little later",
    ),
  invalidToken: () =>
    new DiscordError(403, Code.InvalidOAuth2AccessToken, "Invalid OAuth2 access token"),
  missingScope: () =>
    new DiscordError(403, Code.MissingRequiredOAuth2Scope, "Missing required OAuth2 scope"),
  invalidRole: () => new DiscordError(400, Code.InvalidRole, "Invalid Role"),
  cannotMessage: () =>
    new DiscordError(403, Code.CannotSendMessagesToThisUser, "Cannot send messages to this user"),
  noMutualGuild: () =>
    new DiscordError(
      403,
      Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
      "Cannot send messages to this user due to having no mutual guilds",
    ),
  emptyMessage: () =>
    new DiscordError(400, Code.CannotSendAnEmptyMessage, "Cannot send an empty message"),
  invalidForm: (fields: FieldErrors) =>
    new DiscordError(400, Code.InvalidFormBodyOrContentType, "Invalid Form Body", fields),
  invalidJson: () =>
    new DiscordError(
      400,
      Code.RequestBodyContainsInvalidJSON,
      "The request body contains invalid JSON.",
    ),
}
