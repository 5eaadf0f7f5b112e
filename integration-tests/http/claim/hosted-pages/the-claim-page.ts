import { pathOf } from "../../../helpers/store/admin"
import { guestOrder } from "../../../helpers/account/claim"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import {
  begin,
  CLAIM,
  comeBack,
  connectedGuest,
  fieldOf,
  locationOf,
  open,
  press,
  submit,
  wordsOf,
} from "./shared"

/** @see ../hosted-pages.spec.ts */
export function testTheClaimPage(scene: () => Scene): void {
  describe("the page of a claim link", () => {
    it("says what the order gives before anything else, and uses nothing up however often it is opened", async () => {
      const { admin, baseUrl, db, discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const browser = new HttpClient(baseUrl)
      const { order: shown } = await admin.send<{ order: { display_id: number } }>(
        `/admin/orders/${order}`,
      )
      for (let opened = 0; opened < 3; opened++) {
        const page = await open(browser, pathOf(link))
        expect(page.status).toBe(200)
        const words = wordsOf(page)
        expect(words).toContain(`Order #${shown.display_id} gives you:`)
        expect(words).toMatch(/Test Community\s+Gold/)
        expect(page.headers.getSetCookie()).toEqual([])
      }
      expect(await db("discord_oauth_state")).toEqual([])
      const userId = await discord.createUser("gina")
      await comeBack(scene(), browser, await begin(browser, link), userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("says why a link does not work, and whom to ask", async () => {
      const { baseUrl, db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const browser = new HttpClient(baseUrl)
      const made = await open(browser, `${CLAIM}?token=x.y.z.w`)
      expect([made.status, wordsOf(made)]).toEqual([400, expect.stringContaining("cut short")])
      expect(made.body).toContain('<a href="mailto:help@store.test">Ask the store</a>')
      expect((await open(browser, CLAIM)).status).toBe(400)
      expect((await submit(browser, CLAIM, {})).status).toBe(400)
      expect((await submit(browser, CLAIM, { "token[]": "x" })).status).toBe(400)
      await db("discord_claim").update({ expires_at: new Date(Date.now() - 1000) })
      const late = await open(browser, pathOf(link))
      expect([late.status, wordsOf(late)]).toEqual([400, expect.stringContaining("has expired")])
      expect(late.body).not.toContain("<form")
    })

    it("lets who used the link come back by it, and nobody else", async () => {
      const { baseUrl, discord } = scene()
      const { link, userId } = await connectedGuest(scene(), "gina")
      await discord.expectRoles(userId, ["Gold"])
      const again = new HttpClient(baseUrl)
      const page = await open(again, pathOf(link))
      expect([page.status, wordsOf(page)]).toEqual([409, expect.stringContaining("used already")])
      const toDiscord = async (browser: HttpClient) =>
        locationOf(await submit(browser, CLAIM, { token: fieldOf(page, "token") }))
      const back = await comeBack(scene(), again, await toDiscord(again), userId)
      expect(wordsOf(await open(again, pathOf(locationOf(back))))).toMatch(/gina.*Gold/)

      const thief = new HttpClient(baseUrl)
      const eve = await discord.createUser("eve")
      const ended = await comeBack(scene(), thief, await toDiscord(thief), eve)
      const shown = wordsOf(await open(thief, pathOf(locationOf(ended))))
      expect(shown).toContain("connected to another Discord account already")
      expect(shown).not.toMatch(/gina|Gold/)
      expect(await discord.rolesOf(eve)).toBeNull()

      // Once disconnected nobody is left who could have used it.
      await press(again, "disconnect")
      const late = await comeBack(scene(), thief, await toDiscord(thief), userId)
      expect(wordsOf(await open(thief, pathOf(locationOf(late))))).toContain("used already")
    })
  })
}
