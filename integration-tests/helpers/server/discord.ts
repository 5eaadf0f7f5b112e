import { SandboxClient } from "../../discord-sandbox"
import { APPLICATION, callbackUrl, SIGN_IN_URL } from "../store/application"
import { eventually } from "../eventually"

export const ROLE_NAMES = ["Bronze", "Silver", "Gold"] as const
export type RoleName = (typeof ROLE_NAMES)[number]

/** A Discord server in the sandbox, with the store's bot in it above every plan's role. */
export class DiscordWorld {
  constructor(
    readonly control: SandboxClient,
    readonly ownerId: string,
    readonly guildId: string,
    readonly roles: Record<RoleName, string>,
  ) {}

  /** Starts from nothing: the sandbox forgets all it knew. */
  static async create(
    sandboxUrl: string,
    { guild_members_intent = false }: { guild_members_intent?: boolean } = {},
  ): Promise<DiscordWorld> {
    const control = new SandboxClient(sandboxUrl)
    await control.reset()
    await control.createApplication({
      name: "Test Store",
      redirect_uris: [callbackUrl(), SIGN_IN_URL],
      client_id: APPLICATION.client_id,
      client_secret: APPLICATION.client_secret,
      bot_token: APPLICATION.bot_token,
      guild_members_intent,
    })
    const owner = await control.createUser({ username: "owner" })
    const guild = await control.createGuild({
      name: "Test Community",
      owner_id: owner.id,
      roles: ROLE_NAMES.map((name) => ({ name })),
    })
    await control.installBot(guild.id, APPLICATION.client_id, { position: "top" })
    const roleId = (name: string) => guild.roles.find((role) => role.name === name)?.id ?? ""
    return new DiscordWorld(control, owner.id, guild.id, {
      Bronze: roleId("Bronze"),
      Silver: roleId("Silver"),
      Gold: roleId("Gold"),
    })
  }

  async createUser(username: string): Promise<string> {
    return (await this.control.createUser({ username })).id
  }

  /** A second server of the same owner, with the bot above its roles. @returns its guild id and its roles by name */
  async createServer(
    name: string,
    roleNames: string[],
  ): Promise<{ guildId: string; roles: Map<string, string> }> {
    const guild = await this.control.createGuild({
      name,
      owner_id: this.ownerId,
      roles: roleNames.map((role) => ({ name: role })),
    })
    await this.control.installBot(guild.id, APPLICATION.client_id, { position: "top" })
    return { guildId: guild.id, roles: new Map(guild.roles.map((role) => [role.name, role.id])) }
  }

  /** Drags the bot's role: 1 is the bottom, 3 stands between Silver and Gold. */
  async moveBot(position: number | "top"): Promise<void> {
    await this.control.updateRole(this.guildId, await this.botRoleId(), { position })
  }

  /** Ticks the bot's permissions anew. @param permissions bit field, decimal */
  async setBotPermissions(permissions: string): Promise<void> {
    await this.control.updateRole(this.guildId, await this.botRoleId(), { permissions })
  }

  /** Names of the plan roles a user holds now; null when not in the server. */
  async rolesOf(userId: string): Promise<RoleName[] | null> {
    const member = await this.control.member(this.guildId, userId)
    return member && ROLE_NAMES.filter((name) => member.roles.includes(this.roles[name]))
  }

  /** Waits until a user holds exactly these roles. */
  async expectRoles(userId: string, expected: RoleName[] | null): Promise<void> {
    await eventually(async () => expect(await this.rolesOf(userId)).toEqual(expected))
  }

  /** Requests about one member since a moment, as `METHOD route`. */
  async callsFor(userId: string, since = 0): Promise<string[]> {
    const requests = await this.control.requests({ since, user_id: userId })
    return requests.map((request) => `${request.method} ${request.route}`)
  }

  /** Requests that change something for a user: all but looks, which may follow at any time. */
  async changesFor(userId: string, since = 0): Promise<string[]> {
    return (await this.callsFor(userId, since)).filter((call) => !call.startsWith("GET "))
  }

  /** How often a user joined the server. */
  async joinsOf(userId: string): Promise<number> {
    const events = await this.control.memberEvents({ guild_id: this.guildId, user_id: userId })
    return events.filter((event) => event.type === "join").length
  }

  /** A mark in the sandbox's request log. */
  async now(): Promise<number> {
    return Math.max(0, ...(await this.control.requests()).map((request) => request.id))
  }

  private async botRoleId(): Promise<string> {
    const roles = await this.control.roles(this.guildId)
    const role = roles.find(({ tags }) => tags?.bot_id !== undefined)
    if (!role) {
      throw new Error("The bot is not in the server")
    }
    return role.id
  }
}
