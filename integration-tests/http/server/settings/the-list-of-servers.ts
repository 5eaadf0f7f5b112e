import type { AdminDiscordServer, AdminDiscordServerListResponse } from "../../../../src/types/http"
import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"
import { SERVERS, ADMINISTRATOR, refresh, openChannels } from "./shared"

/** @see ../settings.spec.ts */
export function testTheListOfServers(scene: () => Scene): void {
  describe("the list of servers", () => {
    it("says in one answer how many members and roles each has, and how it is", async () => {
      const { setUp } = scene()
      const id = await setUp()
      await openChannels(scene())
      await refresh(scene(), id)
      const { servers } = await scene().admin.send<AdminDiscordServerListResponse>(SERVERS)
      expect(servers).toMatchObject([
        {
          id,
          name: "Test Community",
          // Its owner and the bot.
          member_count: 2,
          customer_count: 0,
          mapped_role_count: 3,
          parked_count: 0,
          health: "healthy",
          health_reason: null,
        },
      ])
    })

    it("counts the customers who are in the server", async () => {
      const { discord, newBuyer, setUp, settled } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      expect(await onlyServer()).toMatchObject({ customer_count: 1 })
    })

    it("asks Discord nothing", async () => {
      const { admin, discord, setUp } = scene()
      await setUp()
      const since = await discord.now()
      await admin.send(SERVERS)
      expect(await discord.control.requests({ since })).toEqual([])
    })

    it.each([
      ["the bot sits too low", (at: Scene) => at.discord.moveBot(1), "failing", /cannot give Gold/],
      [
        "the bot may not manage roles",
        (at: Scene) => at.discord.setBotPermissions("1"),
        "failing",
        /lacks the Manage Roles permission/,
      ],
      [
        "a mapped role is an administrator's",
        (at: Scene) =>
          at.discord.control.updateRole(at.discord.guildId, at.discord.roles.Gold, {
            permissions: ADMINISTRATOR,
          }),
        "warning",
        /Gold has Administrator/,
      ],
      [
        "the bot was thrown out",
        (at: Scene) => at.discord.control.removeBot(at.discord.guildId, APPLICATION.client_id),
        "paused",
        /not in this Discord server any more/,
      ],
    ])("names the worst when %s", async (_case, happens, health, reason) => {
      const id = await scene().setUp()
      await openChannels(scene())
      await happens(scene())
      await refresh(scene(), id)
      expect(await onlyServer()).toMatchObject({
        health,
        health_reason: expect.stringMatching(reason) as string,
      })
    })

    const onlyServer = async (): Promise<AdminDiscordServer | undefined> => {
      const { servers } = await scene().admin.send<AdminDiscordServerListResponse>(SERVERS)
      return servers[0]
    }
  })
}
