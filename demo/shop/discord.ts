import {
  startDiscordSandbox,
  type ApplicationInfo,
  type SandboxClient,
  type UserInfo,
} from "../../integration-tests/discord-sandbox"
import { seed } from "../../integration-tests/discord-sandbox/seed"
import type { Cleanup } from "../process/cleanup"

const SUPPORTER = 0x5865f2
const WORKSHOP = 0xeb459e

export interface DiscordWorld {
  control: SandboxClient
  application: ApplicationInfo
  guild_id: string
  owner: UserInfo
  /** Who buys in the demo's own order. Not a member of the server yet. */
  buyer: UserInfo
  /** Role ids by name. */
  roles: Map<string, string>
}

/** A Discord with one server, a few people and the store's application, which is not installed yet. */
export async function startDiscord(
  port: number,
  redirects: string[],
  cleanup: Cleanup,
): Promise<DiscordWorld> {
  const sandbox = await startDiscordSandbox({ port })
  cleanup.add("the Discord sandbox", () => sandbox.close())
  const { control } = sandbox
  const { application, guild, owner, users } = await seed(control, redirects)
  const supporter = await control.createRole(guild.id, { name: "Supporter", color: SUPPORTER })
  await control.createChannel(guild.id, { name: "supporters", private_to: [supporter.id] })
  const workshop = await control.createRole(guild.id, { name: "Workshop", color: WORKSHOP })
  await control.createChannel(guild.id, { name: "workshop", private_to: [workshop.id] })
  const buyer = users.find((user) => user.username === "noah_b")
  if (!buyer) throw new Error("The sandbox's seed has no user noah_b")
  const roles = new Map((await control.roles(guild.id)).map(({ name, id }) => [name, id]))
  return { control, application, guild_id: guild.id, owner, buyer, roles }
}

/** The id of a role that the seed made. */
export function roleId(discord: DiscordWorld, name: string): string {
  const id = discord.roles.get(name)
  if (id === undefined) throw new Error(`The Discord server has no role ${name}`)
  return id
}

/** Switches webhook events on in the developer portal: Discord asks the store first whether it checks signatures. */
export async function listenToWebhookEvents(
  { control, application }: DiscordWorld,
  medusaUrl: string,
): Promise<void> {
  await control.setEventWebhooks(application.client_id, {
    url: `${medusaUrl}/discord/webhook`,
    types: ["APPLICATION_DEAUTHORIZED"],
  })
}

/** Drags the bot's role to the top, as an owner must: a bot gives only roles below its own. */
export async function raiseBot({ control, guild_id }: DiscordWorld): Promise<void> {
  const role = (await control.roles(guild_id)).find(({ managed }) => managed)
  if (!role) throw new Error("The bot has no role: it was not installed in the Discord server")
  await control.updateRole(guild_id, role.id, { position: "top" })
}
