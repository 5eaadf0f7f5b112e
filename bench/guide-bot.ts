import { REST, Routes } from "discord.js"
import { APPLICATION } from "../integration-tests/helpers/store/application"

/**
 * What stores have without this plugin: on `order.placed`, `guild.members.fetch(user)` and `member.roles.add(role)`, as
 * discord.js's guide teaches. The library's own queue and defaults, and the two requests those two lines make.
 *
 * @see https://discordjs.guide
 */
export class GuideBot {
  readonly #rest: REST

  constructor(sandboxUrl: string) {
    this.#rest = new REST({ api: `${sandboxUrl}/api` }).setToken(APPLICATION.bot_token)
  }

  async giveRole(guildId: string, userId: string, roleId: string): Promise<void> {
    await this.#rest.get(Routes.guildMember(guildId, userId))
    await this.#rest.put(Routes.guildMemberRole(guildId, userId, roleId))
  }
}
