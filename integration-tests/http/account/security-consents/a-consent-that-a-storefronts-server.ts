import { pathOf } from "../../../helpers/store/admin"
import { BACKEND_URL, STOREFRONT_URL } from "../../../helpers/store/application"
import { endingOf } from "../../../helpers/account/customer"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { connect } from "./shared"

/** @see ../security-consents.spec.ts */
export function testAConsentThatAStorefrontsServer(scene: () => Scene): void {
  describe("a consent that a storefront's server begins", () => {
    it("ends in the customer's browser: one page of the backend leads there, once", async () => {
      const { baseUrl, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const { body } = await connect(customer)
      expect(body.connect_url).toMatch(
        new RegExp(`^${BACKEND_URL}/discord/connect\\?token=[\\w-]{43}$`),
      )
      const browser = new HttpClient(baseUrl)
      const opened = await browser.raw(pathOf(body.connect_url))
      expect(opened.status).toBe(303)
      const page = opened.headers.get("location") ?? ""
      const callback = pathOf(await discord.control.authorize(page, { user_id: userId }))
      expect((await new HttpClient(baseUrl).raw(callback)).status).toBe(400)

      const again = await connect(customer)
      const entered = await browser.raw(pathOf(again.body.connect_url))
      const way = await discord.control.authorize(entered.headers.get("location") ?? "", {
        user_id: userId,
      })
      expect(endingOf(await browser.raw(pathOf(way)))).toEqual({
        page: STOREFRONT_URL,
        discord: "connected",
        reason: "connected",
      })
      expect((await customer.access()).account).toMatchObject({ discord_user_id: userId })
      const used = await browser.raw<string>(pathOf(again.body.connect_url))
      expect(used.status).toBe(400)
      expect(used.body).toContain("has expired or was used already")
    })

    it("ends there alone: the address that the server was answered with is good for nothing then", async () => {
      const { baseUrl, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const { body } = await connect(customer)
      await new HttpClient(baseUrl).raw(pathOf(body.connect_url))
      const callback = await discord.control.authorize(body.authorization_url, { user_id: userId })
      expect((await customer.http.raw(pathOf(callback))).status).toBe(400)
      expect((await customer.access()).account).toBeNull()
    })

    it("is not begun by a scanner's HEAD, nor after five minutes", async () => {
      const { baseUrl, db, newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const { body } = await connect(customer)
      const browser = new HttpClient(baseUrl)
      const path = pathOf(body.connect_url)
      expect((await browser.raw(path, { method: "HEAD" })).status).toBe(405)
      await db("discord_oauth_state").update({ expires_at: new Date(Date.now() + 4.9 * 60_000) })
      expect((await browser.raw(path)).status).toBe(400)
    })
  })
}
