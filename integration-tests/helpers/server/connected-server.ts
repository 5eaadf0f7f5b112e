import { connectServer } from "../../../src/modules/discord/server/server.store"
import { readServerFacts } from "../../../src/modules/discord/server/server-facts.service"
import { rows, type Db } from "../../../src/modules/discord/db/db"
import type { SyncDeps } from "../../../src/modules/discord/engine/deps"
import type { SandboxClient } from "../../discord-sandbox"
import { APPLICATION, CALLBACK_URL } from "../store/application"

export interface ServerRole {
  /** Id of the stored role. */
  id: string
  /** Discord's id. */
  role_id: string
}

/** A server in the sandbox that the store is connected to. */
export interface ConnectedServer {
  id: string
  guildId: string
  /** In the order of the names asked for. */
  roles: ServerRole[]
}

/** A sandbox that knows nothing but the store's application, without rate limits. @returns the bot's user id */
export async function prepareDiscord(control: SandboxClient): Promise<string> {
  await control.reset()
  await control.configure({ limits: "off" })
  const application = await control.createApplication({
    redirect_uris: [CALLBACK_URL],
    client_id: APPLICATION.client_id,
    client_secret: APPLICATION.client_secret,
    bot_token: APPLICATION.bot_token,
  })
  return application.bot_user_id
}

/** A guild with these roles and the bot above them, connected as an admin does it. */
export async function connectNewServer(
  { db, bot }: Pick<SyncDeps, "db" | "bot">,
  control: SandboxClient,
  roleNames: readonly string[],
): Promise<ConnectedServer> {
  const guild = await control.createGuild({
    name: "Community",
    roles: roleNames.map((name) => ({ name })),
  })
  await control.installBot(guild.id, APPLICATION.client_id, { position: "top" })
  const { server_id } = await connectServer(db, await readServerFacts(bot, guild.id), "admin")
  const stored = await storedRoles(db, server_id)
  const roles = roleNames.map((name) => {
    const role = stored.find((each) => each.name === name)
    if (!role) {
      throw new Error(`Role ${name} was not stored`)
    }
    return { id: role.id, role_id: role.role_id }
  })
  return { id: server_id, guildId: guild.id, roles }
}

async function storedRoles(db: Db, serverId: string) {
  return rows<{ id: string; role_id: string; name: string }>(
    db,
    `select id, role_id, name from discord_role where server_id = :id`,
    { id: serverId },
  )
}
