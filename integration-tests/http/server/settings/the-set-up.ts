import type { AdminDiscordSetupResponse } from "../../../../src/types/http"
import { connectServer } from "../../../helpers/store/admin"
import { APPLICATION } from "../../../helpers/store/application"
import type { Scene } from "../../../helpers/store/suite"
import { refresh, SERVERS, SETUP_PATH } from "./shared"

/** @see ../settings.spec.ts */
export function testTheSetUp(scene: () => Scene): void {
  describe("the set-up", () => {
    const setup = () => scene().admin.send<AdminDiscordSetupResponse>(SETUP_PATH)
    const done = async () => {
      const { progress } = await setup()
      return [
        progress.server_connected,
        progress.role_in_reach,
        progress.variant_gives_role,
        progress.member_served,
      ]
    }
    const obstacle = async () => (await setup()).progress.role_obstacle

    it("goes from nothing to the first member served, as Discord and the store have it", async () => {
      const { admin, discord, map, newBuyer, settled } = scene()
      const nothing = { server_connected: false, server: null, role_obstacle: null }
      expect((await setup()).progress).toMatchObject(nothing)
      expect(await done()).toEqual([false, false, false, false])

      await discord.moveBot(1)
      const id = await connectServer(admin, discord)
      expect(await done()).toEqual([true, false, false, false])
      expect((await setup()).progress).toMatchObject({
        server: { id, name: "Test Community" },
        role_obstacle: "above_bot",
      })

      // Moved in Discord: so it is when Discord was looked at again, and not before.
      await discord.moveBot("top")
      expect(await done()).toEqual([true, false, false, false])
      await refresh(scene(), id)
      expect(await done()).toEqual([true, true, false, false])

      await map({ Gold: ["Gold"] })
      expect(await done()).toEqual([true, true, true, false])

      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      await settled(order)
      expect(await done()).toEqual([true, true, true, true])
    })

    it("takes a test of a role that went well for a member who received one", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      const { id: mia } = await discord.control.createUser({ username: "mia" })
      const test = (discord_user_id: string) =>
        admin.send(`${SERVERS}/${id}/test`, {
          body: { role_id: discord.roles.Gold, discord_user_id },
        })
      await test(mia)
      expect((await setup()).progress.member_served).toBe(false)
      await discord.control.addMember(discord.guildId, mia)
      await test(mia)
      expect((await setup()).progress.member_served).toBe(true)
    })

    it("takes a role that no variant gives for none, once a variant gives one", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await discord.moveBot(1)
      await refresh(scene(), id)
      await discord.control.createRole(discord.guildId, { name: "Free" })
      await refresh(scene(), id)
      expect(await done()).toEqual([true, false, true, false])
      expect(await obstacle()).toBe("above_bot")
    })

    it("says what keeps roles from being given", async () => {
      const { admin, discord, setUp } = scene()
      const id = await setUp()
      await discord.setBotPermissions("1")
      await refresh(scene(), id)
      expect(await obstacle()).toBe("manage_roles_missing")

      await discord.control.updateApplication(APPLICATION.client_id, { bot_token: "reset" })
      await refresh(scene(), id)
      expect(await obstacle()).toBe("unreadable")
      expect(await done()).toEqual([true, false, true, false])

      await admin.send(`${SERVERS}/${id}`, { method: "DELETE" })
      expect(await done()).toEqual([false, false, false, false])
    })

    it("has no server while the bot is thrown out of it", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
      await refresh(scene(), id)
      expect(await done()).toEqual([false, false, true, false])
    })

    it("names the options in force, and is told while Discord is down", async () => {
      const { discord } = scene()
      await discord.control.outage(true)
      const since = await discord.now()
      const { options } = await setup()
      expect(options).toMatchObject({
        grant_on: "authorized",
        revoke_on_refund: "full",
        require_connection: false,
        connect_message: null,
        subscriptions: [],
        gateway: false,
        requests_per_second: 45,
        activity_retention_days: 90,
      })
      expect(options.redirect_urls.length).toBeGreaterThan(0)
      expect(await discord.control.requests({ since })).toEqual([])
    })
  })
}
