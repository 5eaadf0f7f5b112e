import { pathOf } from "../../../helpers/store/admin"
import { BACKEND_URL } from "../../../helpers/store/application"
import { guestOrder } from "../../../helpers/account/claim"
import { eventually } from "../../../helpers/eventually"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { ACCOUNT, begin, comeBack, connectedGuest, open, wordsOf, type Page } from "./shared"

const EVIL = `<img src=x onerror=alert(1)>"'&`
const ESCAPED = "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"
const UNICODE = "Zoë 🦊 ‮דג‬ 花子"
const AVATAR = "a_0123456789abcdef0123456789abcdef"

/** Of the logo that this store has. */
const LOGO_ORIGIN = "https://images.store.test"

const policyOf = ({ headers }: Page) =>
  Object.fromEntries(
    (headers.get("content-security-policy") ?? "").split("; ").map((rule) => {
      const [name = "", ...values] = rule.split(" ")
      return [name, values.join(" ")] as const
    }),
  )

/** @see ../hosted-pages.spec.ts */
export function testWhatThePagesShow(scene: () => Scene): void {
  describe("what the pages show", () => {
    it("are names as they are, whoever made them up: of store, server, role and user", async () => {
      const { admin, baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      await discord.control.updateRole(discord.guildId, discord.roles.Gold, { name: EVIL })
      const [server] = await db<{ id: string }>("discord_server")
      await admin.send(`/admin/discord/servers/${server?.id}/refresh`, { method: "POST" })
      await db("discord_server").update({ name: `${EVIL}${UNICODE}`, icon: '"><b>' })
      const id = await discord.createUser("eve")
      const browser = new HttpClient(baseUrl)
      const claim = await open(browser, pathOf(link))
      await comeBack(scene(), browser, await begin(browser, link), id)
      await db("discord_account").update({ global_name: `${EVIL}${UNICODE}`, avatar: AVATAR })
      const account = await open(browser, ACCOUNT)
      const asked = await open(browser, `${ACCOUNT}/disconnect`)
      for (const page of [claim, account]) {
        expect(page.status).toBe(200)
        expect(page.body).toContain(`<bdi>${ESCAPED}</bdi>`)
        expect(page.body).toContain(`${ESCAPED}${UNICODE}`)
      }
      for (const page of [claim, account, asked]) {
        expect(page.body).toContain("Ada&#39;s &lt;script&gt;alert(&quot;store&quot;)")
        expect(page.body).not.toMatch(/<script|<b>|<img src=x|onerror=alert\(1\)>/)
      }
      expect(account.body).toContain(
        `https://cdn.discordapp.com/avatars/${id}/${AVATAR}.png?size=128`,
      )
      expect(account.body).not.toContain("/icons/")
    })

    it("is held by a policy that allows what is there alone, in no frame, from nowhere", async () => {
      const { baseUrl } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const claim = await open(new HttpClient(baseUrl), pathOf(link))
      const { browser } = await connectedGuest(scene(), "noah")
      const sandbox = new URL(process.env.DISCORD_SANDBOX_URL ?? "").origin
      const pages = [
        { page: claim, images: LOGO_ORIGIN },
        // With the picture that Discord has for who chose none.
        { page: await open(browser, ACCOUNT), images: `https://cdn.discordapp.com ${LOGO_ORIGIN}` },
      ]
      for (const { page, images } of pages) {
        expect(policyOf(page)).toEqual({
          "default-src": "'none'",
          "style-src": expect.stringMatching(/^'sha256-\S+'$/) as string,
          "img-src": images,
          "base-uri": "'none'",
          "form-action": `'self' ${BACKEND_URL} ${sandbox}`,
          "frame-ancestors": "'none'",
        })
        expect(Object.fromEntries(page.headers)).toMatchObject({
          "x-frame-options": "DENY",
          "x-content-type-options": "nosniff",
          "referrer-policy": "no-referrer",
          "cache-control": "no-store",
        })
        expect(page.headers.get("vary")).toContain("Accept-Language")
        expect(page.body).not.toMatch(/ style="|<script/)
      }
    })

    it.each([
      [
        "de-AT,de;q=0.9,en;q=0.5",
        "de",
        /Bestellung #\d+ gibt Ihnen/,
        /Sie sind verbunden.*Sie haben sie/,
      ],
      ["fr, es;q=0.8, en;q=0.7", "es", /El pedido #\d+ te da/, /Estás conectado.*Lo tienes/],
      ["fr, en;q=0.1", "en", /Order #\d+ gives you/, /You are connected.*You have it/],
      ["tlh", "en", /Order #\d+ gives you/, /You are connected.*You have it/],
      ["%00;;q=x", "en", /Order #\d+ gives you/, /You are connected.*You have it/],
    ])("are words in the browser's language: %s", async (asked, language, offer, account) => {
      const { baseUrl, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      const claim = await open(browser, pathOf(link), asked)
      expect(claim.body).toContain(`<html lang="${language}">`)
      expect(wordsOf(claim)).toMatch(offer)
      await comeBack(scene(), browser, await begin(browser, link), userId)
      await discord.expectRoles(userId, ["Gold"])
      await eventually(async () =>
        expect(wordsOf(await open(browser, ACCOUNT, asked))).toMatch(account),
      )
    })

    it("tells the customer what to do in the server, with the way there", async () => {
      const { db, discord, settled } = scene()
      const { browser, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      await settled()
      await db("discord_membership").update({ pending: true })
      await eventually(async () => {
        const page = await open(browser, ACCOUNT)
        expect(wordsOf(page)).toMatch(
          /open Test Community in Discord and accept its rules.*Open Discord/,
        )
        expect(page.body).toMatch(/<a href="http:\/\/[^"]*\/channels\/\d+">Open Discord<\/a>/)
      })
    })
  })
}
