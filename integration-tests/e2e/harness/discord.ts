import { discordRedirects } from "../../../demo/process/environment"
import { SandboxClient, type GuildInfo, type UserInfo } from "../../discord-sandbox"
import { seed } from "../../discord-sandbox/seed"
import type { World } from "../world/addresses"

/** A Discord with one server, Example Community; the store's bot is not in it yet. */
export class Discord {
  private constructor(
    readonly control: SandboxClient,
    readonly guild: GuildInfo,
    /** Olivia, who may add bots to the server. */
    readonly owner: UserInfo,
    /** Mia, who is a member, Noah and Zoë, who are not. */
    readonly users: UserInfo[],
    private readonly clientId: string,
  ) {}

  /** The sandbox forgets all it knew, and knows the store's application again. */
  static async reset({ addresses, application }: World): Promise<Discord> {
    const control = new SandboxClient(addresses.discord)
    await control.reset()
    const { client_id, client_secret, bot_token } = application
    const known = { client_id, client_secret, bot_token }
    const { guild, owner, users } = await seed(control, discordRedirects(addresses), known)
    await control.updateApplication(client_id, {
      event_webhooks_url: `${addresses.medusa}/discord/webhook`,
      event_webhooks_status: 2,
      event_webhooks_types: ["APPLICATION_DEAUTHORIZED"],
    })
    return new Discord(control, guild, owner, users, client_id)
  }

  /** @param name of a role of the server, as Discord knows it now */
  async roleId(name: string, guildId = this.guild.id): Promise<string> {
    const role = (await this.control.roles(guildId)).find((each) => each.name === name)
    if (!role) throw new Error(`The Discord server has no role ${name}`)
    return role.id
  }

  /** Drags the bot's role, as an owner must: a bot gives only roles below its own. 1 is the bottom. */
  async moveBot(position: number | "top", guildId = this.guild.id): Promise<void> {
    await this.control.updateRole(guildId, await this.#botRoleId(guildId), { position })
  }

  /** Ticks the bot's permissions anew. @param permissions bit field, decimal */
  async setBotPermissions(permissions: string, guildId = this.guild.id): Promise<void> {
    await this.control.updateRole(guildId, await this.#botRoleId(guildId), { permissions })
  }

  /** One more server of Olivia's. @returns its guild id */
  async createServer(
    name: string,
    roles: { name: string; color?: number }[],
    more: { membership_screening?: boolean } = {},
  ): Promise<string> {
    return (await this.control.createGuild({ name, owner_id: this.owner.id, roles, ...more })).id
  }

  /** Installs the bot beforehand, above all roles, so that connecting leaves a healthy server. */
  async installBot(guildId = this.guild.id): Promise<void> {
    await this.control.installBot(guildId, this.clientId, { position: "top" })
  }

  /** A moderator throws the bot out. */
  async removeBot(guildId = this.guild.id): Promise<void> {
    await this.control.removeBot(guildId, this.clientId)
  }

  /** Names of the roles a user holds in the server; null when they are not in it. */
  async rolesOf(userId: string): Promise<string[] | null> {
    const member = await this.control.member(this.guild.id, userId)
    const roles = await this.control.roles(this.guild.id)
    return member && roles.filter(({ id }) => member.roles.includes(id)).map(({ name }) => name)
  }

  async #botRoleId(guildId: string): Promise<string> {
    const roles = await this.control.roles(guildId)
    const role = roles.find(({ tags }) => tags?.bot_id !== undefined)
    if (!role) throw new Error("The bot is not in the server")
    return role.id
  }
}
