import type Medusa from "@medusajs/js-sdk"
import type {
  AdminDiscordServerListResponse,
  AdminDiscordServerRefreshResponse,
  AuthorizationUrlResponse,
} from "../../src/types/http"
import { Browser } from "./browser"
import { raiseBot, type DiscordWorld } from "./discord"

/** What an admin does once: install the bot in the Discord server, drag its role up, look at the health checks. */
export async function connectServer(
  sdk: Medusa,
  medusaUrl: string,
  discord: DiscordWorld,
): Promise<void> {
  const browser = new Browser()
  const { authorization_url } = await browser.post<AuthorizationUrlResponse>(
    `${medusaUrl}/admin/discord/servers/connect`,
    { Authorization: `Bearer ${await sdk.client.getToken()}` },
  )
  const { control, owner, guild_id } = discord
  const callback = await control.authorize(authorization_url, { user_id: owner.id, guild_id })
  const page = await browser.open(callback)
  if (!page.ok) throw new Error(`Discord's callback answered ${page.status}: ${await page.text()}`)
  await raiseBot(discord)
  await refresh(sdk, guild_id)
}

async function refresh(sdk: Medusa, guildId: string): Promise<void> {
  const path = "/admin/discord/servers"
  const { servers } = await sdk.client.fetch<AdminDiscordServerListResponse>(path)
  const server = servers.find(({ guild_id }) => guild_id === guildId)
  if (!server) throw new Error(`GET ${path} does not list the server that was connected`)
  const { checks } = await sdk.client.fetch<AdminDiscordServerRefreshResponse>(
    `${path}/${server.id}/refresh`,
    { method: "POST" },
  )
  const failed = checks.filter(({ ok }) => !ok)
  if (failed.length > 0) {
    const words = failed.map(({ message, fix }) => `${message} ${fix ?? ""}`)
    throw new Error(`The Discord server is not healthy: ${words.join(" ")}`)
  }
}
