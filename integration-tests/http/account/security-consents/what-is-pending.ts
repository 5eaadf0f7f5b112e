import { pathOf } from "../../../helpers/store/admin"
import { STOREFRONT_URL } from "../../../helpers/store/application"
import { guestOrder } from "../../../helpers/account/claim"
import { endingOf } from "../../../helpers/account/customer"
import { HttpClient } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { connect } from "./shared"

/** @see ../security-consents.spec.ts */
export function testWhatIsPending(scene: () => Scene): void {
  describe("what is pending", () => {
    it("is a handful for one customer, however many they begin, and the newest works", async () => {
      const { db, discord, newBuyer } = scene()
      const { customer, userId } = await newBuyer("ada")
      const answers = await Promise.all(Array.from({ length: 28 }, () => connect(customer)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      expect(await db("discord_oauth_state").where({ actor_id: customer.id })).toHaveLength(5)
      expect(endingOf(await customer.connect(discord, userId)).discord).toBe("connected")
    })

    it("is a handful for one claim link, too", async () => {
      const { baseUrl, db } = scene()
      const { link } = await guestOrder(scene(), "gina")
      for (let opened = 0; opened < 12; opened++) {
        expect((await new HttpClient(baseUrl).raw(pathOf(link))).status).toBe(303)
      }
      expect(await db("discord_oauth_state")).toHaveLength(5)
    })

    it("holds no address that is longer than browsers take", async () => {
      const { db, newBuyer } = scene()
      const { customer } = await newBuyer("ada")
      const page = (length: number) => `${STOREFRONT_URL}?q=`.padEnd(length, "x")
      const refused = await customer.http.raw<{ message: string }>("/store/discord/connect", {
        body: { redirect_url: page(2049) },
      })
      expect(refused.status).toBe(400)
      expect(refused.body.message).toContain("at most 2048 characters")
      expect(await db("discord_oauth_state")).toEqual([])
      expect((await connect(customer, page(2048))).status).toBe(200)
    })

    it("is swept once it has expired, and so is what was counted", async () => {
      const { db, newBuyer, service } = scene()
      const { customer } = await newBuyer("ada")
      await connect(customer)
      await db("discord_oauth_state").update({ expires_at: new Date(Date.now() - 1000) })
      await db("discord_request_limit").update({ expire: Date.now() - 1000 })
      await service.sweep()
      expect(await db("discord_oauth_state")).toEqual([])
      expect(await db("discord_request_limit")).toEqual([])
    })
  })
}
