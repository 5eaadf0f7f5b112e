import { rows } from "../../../../src/modules/discord/db/db"
import type { Command } from "./commands"
import type { Stage } from "./stage"

type ByHand = Command & { kind: "enter" | "leave" | "kick" | "give" | "take" }

/** What people do in Discord by hand, past the store. */
export class Moderator {
  readonly #unseen = new Set<string>()

  constructor(
    private readonly stage: Stage,
    private readonly userId: (user: number) => string,
  ) {}

  /** Whether the plugin stood behind a role already when it was given by hand. */
  gaveUnseen(user: number, server: number, roleId: string): boolean {
    return this.#unseen.has(`${user}/${server}/${roleId}`)
  }

  async apply(command: ByHand): Promise<void> {
    const { control } = this.stage
    const { user, server } = command
    const [guild_id, user_id] = [this.stage.server(server).guildId, this.userId(user)]
    const isMember = (await control.member(guild_id, user_id)) !== null
    if (isMember === (command.kind === "enter")) {
      return
    }
    switch (command.kind) {
      case "enter":
        await this.#noteBlindness(user, server, command.roles)
        await control.addMember(guild_id, user_id)
        for (const role of command.roles) {
          await control.giveRole(guild_id, user_id, this.stage.roleId(server, role))
        }
        return this.#noteBlindness(user, server, command.roles)
      case "leave":
        return control.removeMember(guild_id, user_id)
      case "kick":
        return control.kickMember(guild_id, user_id)
      case "give":
        await this.#noteBlindness(user, server, [command.role])
        await control.giveRole(guild_id, user_id, this.stage.roleId(server, command.role))
        return this.#noteBlindness(user, server, [command.role])
      case "take":
        await control.takeRole(guild_id, user_id, this.stage.roleId(server, command.role))
    }
  }

  /** A role given by hand while the plugin stands behind it cannot be told from its own. */
  async #noteBlindness(user: number, server: number, given: number[]): Promise<void> {
    const standing = await rows<{ role_id: string }>(
      this.stage.db,
      `select g.role_id from discord_role_grant g
         join discord_membership m on m.id = g.membership_id
         join discord_account a on a.id = m.account_id
         join discord_server s on s.id = m.server_id
        where a.discord_user_id = :user and s.guild_id = :guild
       union
       select jsonb_array_elements_text(m.join_role_ids) from discord_membership m
         join discord_account a on a.id = m.account_id
         join discord_server s on s.id = m.server_id
        where a.discord_user_id = :user and s.guild_id = :guild and m.join_sent_at is not null`,
      { user: this.userId(user), guild: this.stage.server(server).guildId },
    )
    const behind = new Set(standing.map((row) => row.role_id))
    given
      .map((role) => this.stage.roleId(server, role))
      .filter((role) => behind.has(role))
      .forEach((role) => this.#unseen.add(`${user}/${server}/${role}`))
  }
}
