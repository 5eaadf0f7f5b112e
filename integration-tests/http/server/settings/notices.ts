import { Modules } from "@medusajs/framework/utils"
import { sendNoticesWorkflow } from "../../../../src/workflows/server"
import { APPLICATION } from "../../../helpers/store/application"
import { eventually } from "../../../helpers/eventually"
import type { Scene } from "../../../helpers/store/suite"
import { refresh } from "./shared"

/** @see ../settings.spec.ts */
export function testNotices(scene: () => Scene): void {
  describe("notices", () => {
    const tell = () => sendNoticesWorkflow(scene().container).run()
    const feed = async (): Promise<string[]> => {
      const { notifications } = await scene().admin.send<{
        notifications: { data: { title: string; description: string } }[]
      }>("/admin/notifications?channel=feed&order=created_at&fields=id,data")
      return notifications.map(({ data }) => data.title)
    }
    const NEEDS_YOU = "Discord: Test Community needs you"
    const WORKS_AGAIN = "Discord: Test Community works again"

    /** A buyer whose role waits for the admin, since the bot sits below it. */
    const parkSomebody = async (): Promise<string> => {
      const { discord, membershipOf, newBuyer, setUp } = scene()
      const id = await setUp()
      await discord.moveBot(1)
      await refresh(scene(), id)
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      await customer.buy("Gold")
      await eventually(async () =>
        expect((await membershipOf(userId))?.status).toBe("waiting_for_admin"),
      )
      return id
    }

    it("tells of a server that is paused, and that it works again, each once", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      await tell()
      expect(await feed()).toEqual([])
      await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
      await refresh(scene(), id)
      await tell()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])

      await discord.control.installBot(discord.guildId, APPLICATION.client_id, { position: "top" })
      await refresh(scene(), id)
      await tell()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN])
    })

    it("tells of work that waits for the admin with the reason, once for all who wait", async () => {
      const { container, discord } = scene()
      const id = await parkSomebody()
      await tell()
      const [notice] = await container
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_id: id })
      expect(notice).toMatchObject({
        channel: "feed",
        template: "admin-ui",
        resource_type: "discord_server",
        data: {
          title: NEEDS_YOU,
          description: expect.stringContaining("drag the bot's role above Gold") as string,
        },
      })
      // Looked at again and still not mended: the same incident.
      await refresh(scene(), id)
      await tell()
      await scene().settled()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])

      await discord.moveBot("top")
      await refresh(scene(), id)
      await scene().settled()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN])
    })

    it("tells of the next incident anew, and of trouble that came and went between two looks as one", async () => {
      const { discord, setUp } = scene()
      const id = await setUp()
      const comeAndGo = async () => {
        await discord.control.removeBot(discord.guildId, APPLICATION.client_id)
        await refresh(scene(), id)
        await discord.control.installBot(discord.guildId, APPLICATION.client_id, {
          position: "top",
        })
        await refresh(scene(), id)
      }
      await comeAndGo()
      await comeAndGo()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN])
      await comeAndGo()
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU, WORKS_AGAIN, NEEDS_YOU, WORKS_AGAIN])
    })

    it("tells once, though several processes tell at a time, or one dies before it remembers", async () => {
      const { db } = scene()
      await parkSomebody()
      await Promise.all([tell(), tell(), tell(), tell()])
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])
      await db("discord_incident").update({ opening_told_at: null })
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])
      expect(await db("discord_incident").whereNull("opening_told_at")).toEqual([])
    })

    it("says no more of a server that was disconnected", async () => {
      const { service } = scene()
      const id = await parkSomebody()
      await tell()
      await service.updateDiscordServers({ id, status: "disconnected" })
      await tell()
      expect(await feed()).toEqual([NEEDS_YOU])
    })
  })
}
