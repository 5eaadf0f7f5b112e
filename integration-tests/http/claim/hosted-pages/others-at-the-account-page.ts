import { pathOf } from "../../../helpers/store/admin"
import { guestOrder } from "../../../helpers/account/claim"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import {
  ACCOUNT,
  begin,
  CLAIM,
  comeBack,
  connectedGuest,
  fieldOf,
  open,
  press,
  submit,
  wordsOf,
} from "./shared"

/** The cookie that an answer gives the browser, as the browser sends it. */
const COOKIE = /^(discord_account=[\w-]{43}); Max-Age=(\d+); Path=\/; .*HttpOnly; SameSite=Lax$/

/** @see ../hosted-pages.spec.ts */
export function testOthersAtTheAccountPage(scene: () => Scene): void {
  describe("others at the account page", () => {
    it("see nothing: no cookie, a made-up one, another's, one of the wrong form", async () => {
      const { baseUrl, db } = scene()
      const { browser } = await connectedGuest(scene(), "gina")
      const [row] = await db<{ id: string; token_hash: string }>("discord_page_session")
      for (const cookie of [
        "",
        `discord_account=${"A".repeat(43)}`,
        `discord_account=${row?.token_hash}`,
        `discord_account=${row?.id}`,
        "discord_account=",
        `__Host-discord_account=${"A".repeat(43)}`,
        "discord_account[]=x",
      ]) {
        const stranger = new HttpClient(baseUrl, { cookie })
        for (const path of [ACCOUNT, `${ACCOUNT}/disconnect`]) {
          const page = await open(stranger, path)
          expect([cookie, path, page.status]).toEqual([cookie, path, 403])
          expect(page.body).not.toMatch(/gina|Gold/)
        }
        for (const action of ["check", "connect", "disconnect"]) {
          const form_token = fieldOf(await open(browser, ACCOUNT), "form_token")
          const done = await submit(stranger, ACCOUNT, { form_token, action })
          expect([cookie, action, done.status]).toEqual([cookie, action, 403])
        }
      }
      expect(await db("discord_account_link")).toHaveLength(1)
    })

    it("cannot have the browser press a button: a form of another site, or of another's page", async () => {
      const { db, settled } = scene()
      const { browser } = await connectedGuest(scene(), "gina")
      const { browser: eves } = await connectedGuest(scene(), "eve")
      await settled()
      const of = async (owner: HttpClient) => fieldOf(await open(owner, ACCOUNT), "form_token")
      const since = await scene().discord.now()
      for (const form_token of ["", "x", "A".repeat(43), await of(eves)]) {
        for (const action of ["check", "connect", "disconnect"]) {
          const page = await submit(browser, ACCOUNT, { form_token, action })
          expect([page.status, wordsOf(page)]).toEqual([
            403,
            expect.stringContaining("Nothing was changed"),
          ])
        }
      }
      const spoilt: Record<string, string>[] = [
        { action: "erase" },
        {},
        { "action[]": "disconnect" },
      ]
      for (const fields of spoilt) {
        const form = { ...fields, form_token: await of(browser) }
        expect((await submit(browser, ACCOUNT, form)).status).toBe(403)
      }
      const sent = await browser.raw(`${ACCOUNT}?action=disconnect`, { method: "DELETE" })
      expect(sent.status).toBe(405)
      expect(await db("discord_account_link")).toHaveLength(2)
      expect(await db("discord_oauth_state")).toEqual([])
      expect(await scene().discord.control.requests({ since })).toEqual([])
    })

    it("are not let in by the way to Discord alone: another browser's callback gives no cookie", async () => {
      const { baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const page = await begin(new HttpClient(baseUrl), link)
      const thief = new HttpClient(baseUrl)
      const answer = await comeBack(scene(), thief, page, userId)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([400, []])
      expect((await open(thief, ACCOUNT)).status).toBe(403)
      expect(await db("discord_page_session")).toEqual([])
    })

    it("find no cookie to use in the database, and a new one is made at each consent", async () => {
      const { db } = scene()
      const { answer, browser, link, userId } = await connectedGuest(scene(), "gina")
      const cookies = (given: typeof answer) =>
        given.headers.getSetCookie().flatMap((cookie) => COOKIE.exec(cookie)?.slice(1) ?? [])
      const [cookie = "", seconds] = cookies(answer)
      expect(seconds).toBe(String(4 * 3600))
      const [, value = ""] = cookie.split("=")
      expect(JSON.stringify(await db("discord_page_session"))).not.toContain(value)

      const form = { token: new URL(link).searchParams.get("token") ?? "" }
      const way = await submit(browser, CLAIM, form)
      const again = await comeBack(scene(), browser, way.headers.get("location") ?? "", userId)
      const [newer = ""] = cookies(again)
      expect(newer).not.toBe(cookie)
      expect((await open(new HttpClient(scene().baseUrl, { cookie }), ACCOUNT)).status).toBe(403)
      expect(await db("discord_page_session")).toHaveLength(1)
      expect((await open(browser, ACCOUNT)).status).toBe(200)
    })

    it("leave a handful of rows for one link, and are stopped when they guess", async () => {
      const { baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      for (let tab = 0; tab < 8; tab++) {
        const browser = new HttpClient(baseUrl)
        const choice = { decision: "deny" } as const
        await comeBack(scene(), browser, await begin(browser, link), userId, choice)
      }
      expect(await db("discord_page_session")).toHaveLength(5)

      const guess = async (n: number) => {
        const cookie = `discord_account=${String(n).padStart(43, "0")}`
        const from = { cookie, "x-forwarded-for": "203.0.113.9" }
        return (await open(new HttpClient(baseUrl, from), ACCOUNT)).status
      }
      const answers: number[] = []
      for (let n = 0; n < 63; n++) {
        answers.push(await guess(n))
      }
      expect([answers.slice(0, 60), answers.slice(60)]).toEqual([
        Array<number>(60).fill(403),
        [429, 429, 429],
      ])
      // Whoever has no cookie guesses nothing.
      const neighbour = new HttpClient(baseUrl, { "x-forwarded-for": "203.0.113.9" })
      expect((await open(neighbour, ACCOUNT)).status).toBe(403)
    })

    it("cannot go on by a page whose person has disconnected", async () => {
      const { discord } = scene()
      const { browser, link, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      const form_token = fieldOf(await open(browser, ACCOUNT), "form_token")
      await press(browser, "disconnect")
      await discord.expectRoles(userId, [])
      const page = await submit(browser, ACCOUNT, { form_token, action: "connect" })
      expect([page.status, wordsOf(page)]).toEqual([400, expect.stringContaining("start again")])
      expect((await open(browser, pathOf(link))).status).toBe(409)
    })
  })
}
