import {
  claim,
  claimLink,
  consentToClaim,
  guest,
  guestOrder,
  refusalOf,
} from "../../../helpers/account/claim"
import { endingOf } from "../../../helpers/account/customer"
import { eventually } from "../../../helpers/eventually"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { type ErrorBody, tokenOf, storeClaim } from "./shared"

/** @see ../guests.spec.ts */
export function testALinkThatDoesNotWork(scene: () => Scene): void {
  describe("a link that does not work", () => {
    it("is one that was used", async () => {
      const { discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      await claim(scene(), link, userId)
      await discord.expectRoles(userId, ["Gold"])
      expect(await refusalOf(scene(), link)).toContain("409 This link has been used already")
      const answer = await storeClaim(scene(), tokenOf(link))
      expect(answer).toMatchObject({
        status: 409,
        body: { type: "conflict", message: expect.stringContaining("used already") as string },
      })
    })

    it("is one that was changed, cut short, made up or signed by another store", async () => {
      const { db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const token = tokenOf(link)
      const [id = "", expiry = "", key = "", signature = ""] = token.split(".")
      const later = (parseInt(expiry, 36) + 1).toString(36)
      for (const forged of [
        `${id}.${later}.${key}.${signature}`,
        `${id}x.${expiry}.${key}.${signature}`,
        `${id}.${expiry}.other.${signature}`,
        `${id}.${expiry}.${key}.${signature.slice(0, -1)}`,
        `${id}.${expiry}.${key}.${"A".repeat(43)}`,
        `${token}.x`.slice(1),
        id,
        "..",
      ]) {
        const answer = await storeClaim(scene(), forged)
        expect([forged, answer.status]).toEqual([forged, 400])
        expect(answer.body.message).toContain("not one of the store's, or was cut short")
      }
      expect(await db("discord_oauth_state")).toEqual([])
    })

    it("is one that has expired, whatever the database says of it", async () => {
      const { db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      await db("discord_claim").update({ expires_at: new Date(Date.now() - 1000) })
      expect(await refusalOf(scene(), link)).toContain("400 This link has expired")
    })

    it("is one that expired while the guest was at Discord", async () => {
      const { baseUrl, db, discord } = scene()
      const { link } = await guestOrder(scene(), "gina")
      const userId = await discord.createUser("gina")
      const browser = new HttpClient(baseUrl)
      const callback = await consentToClaim(scene(), browser, link, userId)
      await db("discord_claim").update({ expires_at: new Date(Date.now() - 1000) })
      expect(endingOf(await browser.raw(callback))).toMatchObject({
        discord: "failed",
        reason: "claim_expired",
      })
      expect(await db("discord_account_link")).toEqual([])
    })

    it("is the older one once a new one was made", async () => {
      const { discord } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      const newer = await claimLink(scene(), order)
      expect(await refusalOf(scene(), link)).toContain("a newer one took its place")
      const userId = await discord.createUser("gina")
      await claim(scene(), newer, userId)
      await discord.expectRoles(userId, ["Gold"])
    })

    it("is one whose order was cancelled meanwhile", async () => {
      const { cancel, settled } = scene()
      const { order, link } = await guestOrder(scene(), "gina")
      await cancel(order)
      await eventually(async () =>
        expect(await refusalOf(scene(), link)).toContain("400 This order gives no Discord roles"),
      )
      await settled()
    })

    it("is none at all for an order of a registered customer, who is told to sign in", async () => {
      const { admin, newBuyer, setUp, settled } = scene()
      await setUp()
      const { customer } = await newBuyer("ada")
      const order = await customer.buy("Gold")
      await settled(order)
      const answer = await admin.raw<ErrorBody>(`/admin/orders/${order}/discord/claim`, {
        method: "POST",
      })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toContain("Sign in there and connect Discord")
    })

    it("is none at all for an order that gives nothing or does not exist", async () => {
      const { admin, cancel, setUp, settled } = scene()
      await setUp()
      const order = await guest(scene(), "gina").buy("Gold")
      await settled(order)
      await cancel(order)
      await eventually(async () => {
        const answer = await admin.raw<ErrorBody>(`/admin/orders/${order}/discord/claim`, {
          method: "POST",
        })
        expect(answer.status).toBe(400)
        expect(answer.body.message).toContain("gives no Discord roles")
      })
      const unknown = await admin.raw<ErrorBody>("/admin/orders/order_x/discord/claim", {
        method: "POST",
      })
      expect(unknown.status).toBe(404)
    })

    it("is none without a token, or with a page to return to that is not the store's", async () => {
      const { baseUrl } = scene()
      const { link } = await guestOrder(scene(), "gina")
      expect((await new HttpClient(baseUrl).raw("/discord/claim")).status).toBe(400)
      const evil = await storeClaim(scene(), tokenOf(link), "https://evil.test")
      expect(evil.status).toBe(400)
      expect(evil.body.message).toContain("redirectUrls")
    })
  })
}
