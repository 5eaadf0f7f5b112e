import { pathOf } from "../../../helpers/store/admin"
import { STOREFRONT_URL } from "../../../helpers/store/application"
import { claim, guestOrder } from "../../../helpers/account/claim"
import { endingOf } from "../../../helpers/account/customer"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { tokenOf } from "./shared"

/** @see ../guests.spec.ts */
export function testAClaimLink(scene: () => Scene): void {
  describe("a claim link", () => {
    it("binds the order to the Discord user who opens it, and sends them back to the storefront", async () => {
      const { db, discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      expect(endingOf(await claim(scene(), link, userId))).toEqual({
        page: STOREFRONT_URL,
        discord: "connected",
        reason: "order_connected",
      })
      await discord.expectRoles(userId, ["Gold"])
      expect(await db("discord_activity_entry").where({ action: "order_claimed" })).toMatchObject([
        { trigger: order },
      ])
    })

    it("serves a storefront with a page of its own for it", async () => {
      const { baseUrl, discord, store } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const shop = new HttpClient(baseUrl, { "x-publishable-api-key": store.publishableKey })
      const body = { token: tokenOf(link), redirect_url: `${STOREFRONT_URL}?order=1` }
      const { authorization_url } = await shop.send<{ authorization_url: string }>(
        "/store/discord/claims",
        { body },
      )
      const callback = await discord.control.authorize(authorization_url, { user_id: userId })
      expect(endingOf(await shop.raw(pathOf(callback))).discord).toBe("connected")
      await discord.expectRoles(userId, ["Gold"])
    })

    it("is kept where no reader of the database can use it", async () => {
      const { db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const signature = tokenOf(link).split(".").at(-1) ?? ""
      expect(signature.length).toBe(43)
      expect(JSON.stringify(await db("discord_claim"))).toContain('"token_hash"')
      expect(JSON.stringify(await db("discord_claim"))).not.toContain(signature)
    })

    it("gives a role only while the order stands, like any other", async () => {
      const { cancel, discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
      await cancel(order)
      await discord.expectRoles(userId, [])
    })

    it("changes nothing when the guest refuses in Discord, and works afterwards", async () => {
      const { baseUrl, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      const page = (await browser.raw(pathOf(link))).headers.get("location") ?? ""
      const refused = await discord.control.authorize(page, { user_id: userId, decision: "deny" })
      expect(endingOf(await browser.raw(pathOf(refused))).discord).toBe("declined")
      expect(await discord.rolesOf(userId)).toBeNull()
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
    })
  })
}
