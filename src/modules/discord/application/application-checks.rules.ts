/** What Discord says of the application behind the options. */
export interface ApplicationFacts {
  /** The application the bot token belongs to; null = Discord refuses the token. */
  bot_application: {
    id: string
    verify_key: string
    /** Registered in Discord's portal; null = Discord did not tell. */
    redirect_uris: readonly string[] | null
  } | null
  /** Whether Discord knows the client id with this secret. */
  knows_client: boolean
}

export interface CheckedOptions {
  client_id: string
  /** Null = webhook events are not used. */
  public_key: string | null
  /** As it must be registered in Discord's portal, to the letter. */
  redirect_uri: string
}

export const APPLICATION_CHECK_IDS = [
  "bot_token",
  "client_id",
  "client_secret",
  "redirect_uri",
  "public_key",
] as const
export type ApplicationCheckId = (typeof APPLICATION_CHECK_IDS)[number]

export interface ApplicationCheck {
  id: ApplicationCheckId
  ok: boolean
  message: string
  /** What to do; null when all is well. */
  fix: string | null
}

/** Holds each option against what Discord says. What cannot be told, because an option before it is wrong, is left out. */
export function applicationChecks(
  { bot_application, knows_client }: ApplicationFacts,
  { client_id, public_key, redirect_uri }: CheckedOptions,
): ApplicationCheck[] {
  const token = check("bot_token", bot_application !== null, {
    good: "Discord accepts the bot token.",
    bad: "Discord refuses the bot token.",
    fix: "In Discord's developer portal: Bot > Reset Token. Put the new token into botToken and restart Medusa.",
  })
  const secret = check("client_secret", knows_client, {
    good: "Discord accepts the client secret.",
    bad: "Discord refuses the client secret.",
    fix: "In Discord's developer portal: OAuth2 > Reset Secret. Put the new secret into clientSecret and restart Medusa.",
  })
  if (!bot_application) {
    return [token, secret]
  }
  const isSame = bot_application.id === client_id
  const client = check("client_id", isSame, {
    good: "The client ID and the bot belong to one application.",
    bad: "The client ID and the bot token belong to different applications.",
    fix: `The bot's application has the ID ${bot_application.id}. Put it into clientId, with the client secret of the same application, or use the bot token of ${client_id}.`,
  })
  if (!isSame) {
    // Whatever else is registered there is registered for the wrong application.
    return [token, client, secret]
  }
  const { redirect_uris, verify_key } = bot_application
  return [
    token,
    client,
    secret,
    ...(redirect_uris ? [redirectCheck(redirect_uris.includes(redirect_uri), redirect_uri)] : []),
    ...(public_key === null ? [] : [keyCheck(verify_key === public_key.toLowerCase())]),
  ]
}

function redirectCheck(ok: boolean, redirectUri: string): ApplicationCheck {
  return check("redirect_uri", ok, {
    good: "Discord knows the redirect URI.",
    bad: "Discord does not know the redirect URI, so nobody could come back from its consent page.",
    fix: `In Discord's developer portal: OAuth2 > Redirects > Add Redirect, enter ${redirectUri} and save.`,
  })
}

function keyCheck(ok: boolean): ApplicationCheck {
  return check("public_key", ok, {
    good: "The public key is the application's.",
    bad: "The public key is not the application's, so Discord's webhook events would be turned away.",
    fix: "In Discord's developer portal: General Information > Public Key. Copy it into publicKey and restart Medusa.",
  })
}

function check(
  id: ApplicationCheckId,
  ok: boolean,
  words: { good: string; bad: string; fix: string },
): ApplicationCheck {
  return { id, ok, message: ok ? words.good : words.bad, fix: ok ? null : words.fix }
}
