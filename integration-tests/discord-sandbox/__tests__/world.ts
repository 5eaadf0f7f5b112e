import { type REST } from "discord.js"
import { REST as DiscordRest } from "discord.js"
import { createHash, randomBytes } from "node:crypto"
import { type DiscordSandbox, type SandboxOptions, startDiscordSandbox } from "../index"
import { type ApplicationInput } from "../control/types"

export const REDIRECT = "http://localhost:9000/callback"

/** Of a program that calls Discord with a client of its own. */
const USER_AGENT = "DiscordBot (https://example.com, 1.0.0)"

/** A sandbox with one application whose bot sits above Bronze and Silver and below Gold, and one outsider, Mia. */
export async function startWorld(
  options: SandboxOptions = {},
  app: Partial<ApplicationInput> = {},
) {
  const sandbox = await startDiscordSandbox(options)
  const { control } = sandbox
  const application = await control.createApplication({
    name: "Store",
    redirect_uris: [REDIRECT],
    ...app,
  })
  const owner = await control.createUser({ username: "olivia" })
  const mia = await control.createUser({ username: "mia", global_name: "Mia" })
  const guild = await control.createGuild({
    name: "Community",
    owner_id: owner.id,
    roles: [{ name: "Bronze" }, { name: "Silver" }, { name: "Gold" }],
  })
  const bot = await control.installBot(guild.id, application.client_id, { position: 3 })
  const roleId = (name: string) => guild.roles.find((role) => role.name === name)?.id ?? ""
  return {
    sandbox,
    control,
    application,
    owner,
    mia,
    guild,
    botRole: bot.role_id,
    bronze: roleId("Bronze"),
    silver: roleId("Silver"),
    gold: roleId("Gold"),
    rest: restClient(sandbox, application.bot_token),
  }
}

/** discord.js's own client, which gives up at a 429 instead of waiting, so that tests see it. */
export function restClient(sandbox: DiscordSandbox, token: string, patient = false): REST {
  const rest = new DiscordRest({
    api: sandbox.apiUrl,
    retries: 0,
    ...(patient ? {} : { rejectOnRateLimit: ["/"] }),
  })
  return rest.setToken(token)
}

/** A call to the API as a program makes it that says who it is. @param path after `/api` */
export function apiFetch(
  sandbox: DiscordSandbox,
  path: string,
  { headers, ...init }: RequestInit & { headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${sandbox.apiUrl}${path}`, {
    ...init,
    headers: { "User-Agent": USER_AGENT, ...headers },
  })
}

/** A PKCE pair. */
export function pkce() {
  const verifier = randomBytes(32).toString("base64url")
  const challenge = createHash("sha256").update(verifier).digest("base64url")
  return { verifier, challenge }
}

export function authorizeUrl(
  sandbox: DiscordSandbox,
  clientId: string,
  params: Record<string, string> = {},
): string {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: REDIRECT,
    scope: "identify guilds.join",
    state: "s-1",
    ...params,
  })
  return `${sandbox.webUrl}/oauth2/authorize?${query.toString()}`
}

export interface TokenReply {
  access_token: string
  refresh_token: string
  scope: string
  expires_in: number
  guild?: { id: string; roles: { id: string }[] }
  error?: string
}

/** Calls the token endpoint with a form. */
export async function tokenCall(
  sandbox: DiscordSandbox,
  app: { client_id: string; client_secret: string },
  form: Record<string, string>,
): Promise<{ status: number; body: TokenReply }> {
  const response = await apiFetch(sandbox, "/oauth2/token", {
    method: "POST",
    headers: {
      Authorization: `Basic ${Buffer.from(`${app.client_id}:${app.client_secret}`).toString("base64")}`,
    },
    body: new URLSearchParams(form),
  })
  return { status: response.status, body: (await response.json()) as TokenReply }
}

/** The whole way of a person: consent page, callback, exchange. */
export async function accessTokenOf(
  world: Pick<Awaited<ReturnType<typeof startWorld>>, "sandbox" | "application" | "control">,
  userId: string,
  scope = "identify guilds.join",
): Promise<TokenReply> {
  const url = authorizeUrl(world.sandbox, world.application.client_id, { scope })
  const callback = new URL(await world.control.authorize(url, { user_id: userId }))
  const { body } = await tokenCall(world.sandbox, world.application, {
    grant_type: "authorization_code",
    code: callback.searchParams.get("code") ?? "",
    redirect_uri: REDIRECT,
  })
  return body
}
