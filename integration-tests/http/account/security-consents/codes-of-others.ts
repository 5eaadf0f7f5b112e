import { consentToServer, pathOf } from "../../../helpers/store/admin"
import { CALLBACK_URL } from "../../../helpers/store/application"
import { DiscordSignIn } from "../../../helpers/account/discord-sign-in"
import { endingOf } from "../../../helpers/account/customer"
import type { Scene } from "../../../helpers/store/suite"

const codeIn = (path: string) =>
  new URL(path, "http://localhost").searchParams.get("code") ?? "no code"

/** @see ../security-consents.spec.ts */
export function testCodesOfOthers(scene: () => Scene): void {
  describe("a code that Discord gave for something else", () => {
    it("connects nobody: another's consent, a sign-in, a server's, another application's", async () => {
      const { admin, db, discord, newBuyer } = scene()
      const { customer: ada, userId } = await newBuyer("ada")
      const { customer: eve } = await newBuyer("eve")
      const otherApplication = async () => {
        const { client_id } = await discord.control.createApplication({
          name: "Another",
          redirect_uris: [CALLBACK_URL],
        })
        const page = new URL(await ada.beginConnect())
        page.searchParams.set("client_id", client_id)
        return pathOf(await discord.control.authorize(page.toString(), { user_id: userId }))
      }
      const stolen: [whose: string, callback: string][] = [
        ["ada's own consent", await ada.consent(discord, userId)],
        ["her sign-in", `/${await new DiscordSignIn(scene(), userId).consent()}`],
        ["an admin's installation", await consentToServer(admin, discord)],
        ["her consent to another application", await otherApplication()],
      ]
      for (const [whose, callback] of stolen) {
        const { state } = Object.fromEntries(new URL(await eve.beginConnect()).searchParams)
        const injected = `/discord/oauth/callback?code=${codeIn(callback)}&state=${state}`
        const ended = endingOf(await eve.http.raw(injected))
        expect([whose, ended.discord, ended.reason]).toEqual([whose, "failed", "code_refused"])
      }
      expect(await db("discord_account")).toEqual([])
      expect(await db("discord_server")).toEqual([])
    })

    it("nor does a state of one way end another: each asks for its own cookie", async () => {
      const { admin, db, discord, newBuyer } = scene()
      const { customer: eve } = await newBuyer("eve")
      await eve.beginConnect()
      const installed = await consentToServer(admin, discord)
      const answer = await eve.http.raw<string>(installed)
      expect(answer.status).toBe(400)
      expect(answer.body).toContain("browser")
      expect(await db("discord_server")).toEqual([])
      // Used up by the attempt: its admin starts again.
      expect((await admin.raw(installed)).status).toBe(400)
    })

    it("and no cookie that somebody made up is taken for the browser's", async () => {
      const { baseUrl, db, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const callback = await customer.consent(discord, userId)
      const answer = await fetch(`${baseUrl}${callback}`, {
        headers: { cookie: `discord_oauth_account=${"A".repeat(43)}` },
        redirect: "manual",
      })
      expect(answer.status).toBe(400)
      expect(await db("discord_account")).toEqual([])
    })
  })
}
