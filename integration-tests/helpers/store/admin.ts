import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import type {
  AdminDiscordRoleListResponse,
  AdminDiscordServerListResponse,
} from "../../../src/types/http"
import type { DiscordWorld } from "../server/discord"
import { HttpClient } from "./http"

const CREDENTIALS = { email: "admin@test.store", password: "test-admin-password" }

/** Makes an admin user; sign in with `signInAdmin`. */
export async function createAdmin(container: MedusaContainer): Promise<void> {
  const auth = container.resolve(Modules.AUTH)
  const { authIdentity } = await auth.register("emailpass", { body: CREDENTIALS })
  if (!authIdentity) {
    throw new Error("The admin could not be registered")
  }
  await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData: { email: CREDENTIALS.email } },
  })
}

export async function signInAdmin(baseUrl: string): Promise<HttpClient> {
  const { token } = await new HttpClient(baseUrl).send<{ token: string }>("/auth/user/emailpass", {
    body: CREDENTIALS,
  })
  return new HttpClient(baseUrl, { authorization: `Bearer ${token}` })
}

/** Begins as an admin does and consents in Discord. @returns the callback, path and query, not opened yet */
export async function consentToServer(
  admin: HttpClient,
  discord: DiscordWorld,
  guildId = discord.guildId,
): Promise<string> {
  const { authorization_url } = await admin.send<{ authorization_url: string }>(
    "/admin/discord/servers/connect",
    { method: "POST" },
  )
  const callback = await discord.control.authorize(authorization_url, {
    user_id: discord.ownerId,
    guild_id: guildId,
  })
  return pathOf(callback)
}

/** Installs the bot as an admin does: through Discord's consent page and back. @returns the server's id */
export async function connectServer(
  admin: HttpClient,
  discord: DiscordWorld,
  guildId = discord.guildId,
): Promise<string> {
  await admin.send(await consentToServer(admin, discord, guildId))
  const { servers } = await admin.send<AdminDiscordServerListResponse>("/admin/discord/servers")
  const server = servers.find((candidate) => candidate.guild_id === guildId)
  if (!server) {
    throw new Error("The server was not connected")
  }
  return server.id
}

export async function listRoles(
  admin: HttpClient,
  serverId: string,
): Promise<AdminDiscordRoleListResponse["roles"]> {
  const { roles } = await admin.send<AdminDiscordRoleListResponse>(
    `/admin/discord/servers/${serverId}/roles`,
  )
  return roles
}

/** The store answers on its own port in tests, whatever address the browser was given. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}
