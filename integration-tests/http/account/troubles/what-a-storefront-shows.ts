import type { StoreDiscordResponse } from "../../../../src/types/http"
import { BACKEND_URL } from "../../../helpers/store/application"
import type { HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { holder, outsider, serverOf } from "./shared"

const DAY_MS = 24 * 60 * 60_000
const ICON = "0123456789abcdef0123456789abcdef"

/** @see ../troubles.spec.ts */
export function testWhatAStorefrontShows(scene: () => Scene): void {
  describe("what a storefront shows", () => {
    it("is who they are, each server with its picture and its address, and each role", async () => {
      const { db, discord } = scene()
      const { customer, userId } = await holder(scene())
      const plain = await customer.access()
      expect(plain.account).toMatchObject({
        discord_user_id: userId,
        username: "ada",
        display_name: "ada",
      })
      // A picture is told by its address alone.
      expect(plain.account).not.toHaveProperty("avatar")
      expect(serverOf(plain)).not.toHaveProperty("icon")
      expect(plain.account?.avatar_url).toMatch(
        /^https:\/\/cdn\.discordapp\.com\/embed\/avatars\/[0-5]\.png$/,
      )
      expect(serverOf(plain)).toMatchObject({
        guild_id: discord.guildId,
        name: "Test Community",
        icon_url: null,
        open_url: `${process.env.DISCORD_WEB_URL}/channels/${discord.guildId}`,
        join_url: null,
        roles: [{ name: "Gold", state: "held", ends_at: null }],
        todo: null,
      })

      await db("discord_account").update({ avatar: ICON, global_name: "Ada L." })
      await db("discord_server").update({ icon: ICON })
      const pictured = await customer.access()
      expect(pictured.account).toMatchObject({ username: "ada", display_name: "Ada L." })
      expect(pictured.account?.avatar_url).toBe(
        `https://cdn.discordapp.com/avatars/${userId}/${ICON}.png?size=128`,
      )
      expect(serverOf(pictured).icon_url).toBe(
        `https://cdn.discordapp.com/icons/${discord.guildId}/${ICON}.png?size=128`,
      )
    })

    it("is until when each role is had: the latest end of all that gives it", async () => {
      const { admin, discord, newBuyer, settled, setUp, store } = scene()
      await setUp()
      await admin.send(`/admin/products/${store.productId}/discord-roles`, {
        body: {
          variants: [
            {
              variant_id: store.variants.Gold,
              roles: [{ role_id: discord.roles.Gold, access_days: 30 }],
            },
          ],
        },
      })
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const endIn = async () => {
        const [role] = serverOf(await customer.access()).roles
        return role?.ends_at && (new Date(role.ends_at).getTime() - Date.now()) / DAY_MS
      }
      await settled(await customer.buy("Gold"))
      expect(await endIn()).toBeCloseTo(30, 1)
      // Bought again, it follows.
      await settled(await customer.buy("Gold"))
      expect(await endIn()).toBeCloseTo(60, 1)
      // What ends sooner takes nothing away; what has no end lasts.
      const grant = (ends_at?: string) =>
        admin.send("/admin/discord/entitlements", {
          body: { customer_id: customer.id, variant_id: store.variants.Gold, ends_at },
        })
      await grant(new Date(Date.now() + DAY_MS).toISOString())
      expect(await endIn()).toBeCloseTo(60, 1)
      await grant()
      expect(await endIn()).toBeNull()
    })

    it.each([
      [undefined, "You are not in Test Community."],
      ["de", "Sie sind nicht auf Test Community."],
      ["de-AT,en;q=0.5", "Sie sind nicht auf Test Community."],
      ["fr, es;q=0.8, en;q=0.2", "No estás en Test Community."],
      ["en;q=0.3, es;q=0.9", "No estás en Test Community."],
      ["fr", "You are not in Test Community."],
    ])("is told in the language of Accept-Language: %s", async (language, words) => {
      const { customer } = await outsider(scene())
      const headers: Record<string, string> = language ? { "accept-language": language } : {}
      const answer = await customer.http.raw<StoreDiscordResponse>("/store/discord", { headers })
      expect(answer.headers.get("vary")).toContain("Accept-Language")
      const { todo } = answer.body
      expect(todo).toMatchObject({
        code: "join_server",
        message: expect.stringContaining(words) as string,
        message_detail: {
          code: "customer.join_server",
          params: { server: "Test Community" },
          message: todo?.message,
        },
        action_url: serverOf(answer.body).join_url,
      })
      expect(todo?.action_url).toContain(`${BACKEND_URL}/discord/join?token=`)
    })

    it("is refused in that language, too, whatever the reason", async () => {
      const { newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const headers = { "accept-language": "de" }
      const said = ({ status, body }: HttpAnswer<{ message: string }>) => [status, body.message]
      expect(
        said(await customer.http.raw("/store/discord/account", { method: "DELETE", headers })),
      ).toEqual([404, "Es ist kein Discord-Konto verbunden, es gibt also nichts zu trennen."])
      expect(
        said(
          await customer.http.raw("/store/discord/claims", { body: { token: "x.y.z.w" }, headers }),
        ),
      ).toEqual([400, expect.stringContaining("Link")])
      const resync = () =>
        customer.http.raw<{ message: string }>("/store/discord/resync", { method: "POST", headers })
      for (let asked = 0; asked < 6; asked++) {
        expect((await resync()).status).toBe(200)
      }
      expect(said(await resync())).toEqual([429, expect.stringContaining("Zu viele Anfragen")])
    })
  })
}
