import type { WebhookEventInput } from "../../../discord-sandbox"
import { eventually } from "../../../helpers/eventually"
import { APPLICATION } from "../../../helpers/store/application"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"

const DEAUTHORIZED = "APPLICATION_DEAUTHORIZED"
const PATH = "/discord/webhook"

/** @see ../webhook.spec.ts */
export function testWebhookEvents(scene: () => Scene): void {
  describe("Discord's webhook events", () => {
    const send = async (input: Omit<WebhookEventInput, "url"> = {}) => {
      const { baseUrl, discord } = scene()
      const url = `${baseUrl}${PATH}`
      const answer = await discord.control.sendWebhookEvent(APPLICATION.client_id, {
        url,
        ...input,
      })
      const message = answer?.body ? (JSON.parse(answer.body) as { message: string }).message : ""
      return { status: answer?.status, type: answer?.content_type, message }
    }
    const removed = (userId: string, input: Omit<WebhookEventInput, "url"> = {}) =>
      send({ type: DEAUTHORIZED, data: { user: { id: userId, username: "whoever" } }, ...input })
    const entriesOf = async (customerId: string) =>
      (
        await scene()
          .db("discord_activity_entry")
          .where({ action: "account_unlinked", trigger: customerId })
      ).map(({ message }: { message: string }) => message)
    const tokens = async () => scene().db("discord_account_token").select()
    const handled = async () => scene().db("discord_webhook_event").select()
    beforeEach(async () => {
      const { db } = scene()
      await db("discord_webhook_event").delete()
      await db("discord_account_token").delete()
    })

    it("are switched on as Discord does it: a PING, and a wrong signature that gets 401", async () => {
      const { baseUrl, discord } = scene()
      const setUp = { url: `${baseUrl}${PATH}`, types: [DEAUTHORIZED] }
      await discord.control.setEventWebhooks(APPLICATION.client_id, setUp)
      expect(await send()).toEqual({
        status: 204,
        type: "application/json; charset=utf-8",
        message: "",
      })
    })

    it("tell who removed the application: asked to connect again, roles kept, and it is in the log", async () => {
      const { baseUrl, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("leaver")
      await customer.connect(discord, userId)
      await settled(await customer.buy("Gold"))
      await discord.expectRoles(userId, ["Gold"])
      const { control } = discord
      const url = `${baseUrl}${PATH}`
      await control.setEventWebhooks(APPLICATION.client_id, { url, types: [DEAUTHORIZED] })
      expect(await control.revokeAuthorization(userId, APPLICATION.client_id)).toBe(1)
      await eventually(async () =>
        expect(await customer.access()).toMatchObject({ todo: { code: "reconnect" } }),
      )
      expect(await tokens()).toEqual([])
      expect(await entriesOf(customer.id)).toEqual([
        expect.stringContaining("removed the application in Discord"),
      ])
      expect(await discord.rolesOf(userId)).toEqual(["Gold"])
      // The bot needs nobody's token for whom it finds in the server.
      await settled(await customer.buy("Silver"))
      await discord.expectRoles(userId, ["Silver", "Gold"])
      // Connecting again is all there is to do.
      await customer.connect(discord, userId)
      expect((await customer.access()).todo).toBeNull()
      await settled()
    })

    it("are carried out once, however often they come, and spare a later consent", async () => {
      const { discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("twice")
      await customer.connect(discord, userId)
      const occurred_at = Date.now() + 1_000
      const answers = await Promise.all([1, 2, 3].map(() => removed(userId, { occurred_at })))
      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
      expect(await entriesOf(customer.id)).toHaveLength(1)
      expect(await handled()).toHaveLength(1)
      await customer.connect(discord, userId)
      expect((await removed(userId, { occurred_at })).status).toBe(204)
      // One that is new and speaks of an earlier time: the plugin's own revoking, told late.
      expect((await removed(userId, { occurred_at: Date.now() - 60_000 })).status).toBe(204)
      expect(await tokens()).toHaveLength(1)
      expect(await entriesOf(customer.id)).toHaveLength(1)
    })

    it("say nothing new of who has disconnected, or whom nobody knows", async () => {
      const { baseUrl, discord, newBuyer } = scene()
      const { control } = discord
      const { customer, userId } = await newBuyer("gone")
      await customer.connect(discord, userId)
      const url = `${baseUrl}${PATH}`
      await control.setEventWebhooks(APPLICATION.client_id, { url, types: [DEAUTHORIZED] })
      // The plugin revokes the tokens, and Discord tells of that, too.
      await customer.disconnect()
      await eventually(async () => expect(await handled()).toHaveLength(1))
      expect(await entriesOf(customer.id)).toEqual([null])
      expect((await removed("190000000000000009")).status).toBe(204)
    })

    it("are 401 in words when Discord did not sign them, and change nothing", async () => {
      const { baseUrl, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("forged")
      await customer.connect(discord, userId)
      const forged = await removed(userId, { signature: "ab".repeat(64) })
      expect(forged).toMatchObject({ status: 401 })
      expect(forged.message).toContain("not signed by the Discord application's key")
      for (const signature of ["", "zz", "00"]) {
        expect((await removed(userId, { signature })).status).toBe(401)
      }
      const http = new HttpClient(baseUrl)
      expect((await http.raw(PATH, { body: { type: 0 } })).status).toBe(401)
      expect((await http.raw(PATH, { method: "POST" })).status).toBe(401)
      expect((await http.raw(PATH, { text: "{" })).status).toBe(400)
      expect((await http.raw(PATH)).status).toBe(404)
      const seconds = (ms: number) => String(Math.floor((Date.now() + ms) / 1000))
      for (const ms of [-6 * 60_000, 6 * 60_000, -86_400_000]) {
        const stale = await removed(userId, { timestamp: seconds(ms) })
        expect(stale).toMatchObject({ status: 401 })
        expect(stale.message).toContain("more than five minutes")
      }
      expect(await tokens()).toHaveLength(1)
      expect(await handled()).toEqual([])
      expect(await entriesOf(customer.id)).toEqual([])
    })

    it("that are of another kind or form are taken and left alone", async () => {
      for (const payload of [
        {
          type: 1,
          event: { type: "QUEST_USER_ENROLLMENT", timestamp: "2024-10-18T14:42:53.064834" },
        },
        { type: 1, event: { type: DEAUTHORIZED, data: { user: { id: "'; drop table" } } } },
        { type: 1, event: { type: DEAUTHORIZED, data: null } },
        { type: 7 },
        [],
      ]) {
        expect(await send({ payload })).toMatchObject({ status: 204 })
      }
      expect(await handled()).toEqual([])
    })

    it("are forgotten once they cannot come again", async () => {
      const { db, service } = scene()
      await removed("190000000000000009")
      await removed("190000000000000010")
      await db.raw(
        "update discord_webhook_event set created_at = now() - interval '25 hours' where event_key like '%0009:%'",
      )
      await service.sweep()
      expect(await handled()).toMatchObject([
        { event_key: expect.stringContaining("190000000000000010") as string },
      ])
    })

    it("are not taken without publicKey, and that is said", async () => {
      const { service } = scene()
      const { publicKey } = service.options
      delete service.options.publicKey
      try {
        const answer = await send()
        expect(answer).toMatchObject({ status: 404 })
        expect(answer.message).toContain("set publicKey in the plugin's options")
      } finally {
        Object.assign(service.options, { publicKey })
      }
    })
  })
}
