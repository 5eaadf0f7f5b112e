import { consentToServer, pathOf } from "../../../helpers/store/admin"
import { guestOrder } from "../../../helpers/account/claim"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { connect, connectToServer, PAGES, PAGE_HEADERS } from "./shared"

type Opened = [status: number, by: HttpClient, path: string, method?: string]

/** @see ../security-consents.spec.ts */
export function testWhatThePluginShowsABrowserItself(scene: () => Scene): void {
  describe("what the plugin shows a browser itself", () => {
    it("may be framed, cached, sniffed and referred from nowhere: no page, no redirect, no refusal", async () => {
      const { admin, baseUrl, discord, newBuyer } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const { customer, userId } = await newBuyer("ada")
      const { connect_url } = (await connect(customer)).body
      const [CALLBACK, CLAIM, CONNECT, JOIN, ACCOUNT, DISCONNECT] = [
        "/discord/oauth/callback",
        "/discord/claim",
        "/discord/connect",
        "/discord/join",
        "/discord/account",
        "/discord/account/disconnect",
      ]
      const decision = "deny"
      const consent = { user_id: discord.ownerId, guild_id: discord.guildId }
      const toServer = (await connectToServer(admin)).body.authorization_url
      const declined = await discord.control.authorize(toServer, { ...consent, decision })
      const stranger = new HttpClient(baseUrl)
      const opened: Opened[] = [
        [303, customer.http, await customer.consent(discord, userId)],
        [200, admin, await consentToServer(admin, discord)],
        [200, admin, pathOf(declined)],
        [400, stranger, await consentToServer(admin, discord)],
        [400, stranger, `${CALLBACK}?state=nobodys&code=none`],
        [400, stranger, CALLBACK],
        [303, stranger, pathOf(link)],
        [400, stranger, `${CLAIM}?token=x.y.z.w`],
        [400, stranger, CLAIM],
        [303, stranger, pathOf(connect_url)],
        [400, stranger, pathOf(connect_url)],
        [400, stranger, CONNECT],
        [400, stranger, `${JOIN}?token=x.y.z.w`],
        [400, stranger, JOIN],
        [403, stranger, ACCOUNT],
        [403, stranger, ACCOUNT, "POST"],
        [403, stranger, DISCONNECT],
        [405, stranger, CLAIM, "POST"],
        ...[CALLBACK, CLAIM, CONNECT, JOIN].flatMap((page): Opened[] => [
          [400, stranger, `${page}?token=%00`],
          [400, stranger, `${page.toUpperCase()}/?token[]=`],
        ]),
        ...[CALLBACK, CONNECT, JOIN, DISCONNECT].map((page): Opened => [
          405,
          stranger,
          page,
          "POST",
        ]),
        ...[CALLBACK, CLAIM, CONNECT, JOIN, ACCOUNT, DISCONNECT].flatMap((page): Opened[] => [
          [405, stranger, page, "HEAD"],
          [405, stranger, page, "DELETE"],
        ]),
      ]
      const pages = PAGES.map((page) => opened.filter(([, , path]) => path.startsWith(page)).length)
      expect(PAGES).toHaveLength(6)
      expect(pages.filter((times) => times < 3)).toEqual([])
      for (const [status, browser, path, method] of opened) {
        const answer = await browser.raw(path, { method })
        const headers = Object.fromEntries(
          Object.keys(PAGE_HEADERS).map((name) => [name, answer.headers.get(name)]),
        )
        expect([path, answer.status, headers]).toEqual([path, status, PAGE_HEADERS])
      }
    })
  })
}
