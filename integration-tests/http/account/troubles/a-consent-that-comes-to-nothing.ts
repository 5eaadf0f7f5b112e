import { STOREFRONT_URL } from "../../../helpers/store/application"
import { endingOf } from "../../../helpers/account/customer"
import { HttpClient } from "../../../helpers/store/http"
import type { Buyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"
import { expectStanding, HELD, type Standing } from "./shared"

const UNCONNECTED: Standing = { todo: "connect", state: "waiting", roles: null }

/** @see ../troubles.spec.ts */
export function testAConsentThatComesToNothing(scene: () => Scene): void {
  describe("a consent that comes to nothing changes nothing, and can be begun again", () => {
    const unconnected = async (): Promise<Buyer> => {
      const { newBuyer, settled, setUp } = scene()
      await setUp()
      const buyer = await newBuyer("ada")
      await settled(await buyer.customer.buy("Gold"))
      await expectStanding(scene(), buyer, UNCONNECTED)
      return buyer
    }
    const connects = async (buyer: Buyer): Promise<void> => {
      const ending = endingOf(await buyer.customer.connect(scene().discord, buyer.userId))
      expect(ending).toMatchObject({ discord: "connected", reason: "connected" })
      await expectStanding(scene(), buyer, HELD)
    }

    it("when the customer declines", async () => {
      const buyer = await unconnected()
      const { customer, userId } = buyer
      expect(
        endingOf(await customer.connect(scene().discord, userId, { decision: "deny" })),
      ).toEqual({ page: STOREFRONT_URL, discord: "declined", reason: "declined" })
      await expectStanding(scene(), buyer, UNCONNECTED)
      await connects(buyer)
    })

    it("when the customer declines one of the permissions: they are connected, and have to join", async () => {
      const buyer = await unconnected()
      const { customer, userId } = buyer
      expect(
        endingOf(await customer.connect(scene().discord, userId, { scopes: ["identify"] })),
      ).toMatchObject({ discord: "connected", reason: "permission_missing" })
      const joinServer: Standing = { todo: "join_server", state: "waiting", roles: null }
      await expectStanding(scene(), buyer, joinServer)
      await connects(buyer)
    })

    it("when the customer closes the tab", async () => {
      const { db } = scene()
      const buyer = await unconnected()
      await buyer.customer.beginConnect()
      await expectStanding(scene(), buyer, UNCONNECTED)
      expect(await db("discord_account")).toEqual([])
      await connects(buyer)
    })

    it("when the customer comes back too late", async () => {
      const { db, discord } = scene()
      const buyer = await unconnected()
      const callback = await buyer.customer.consent(discord, buyer.userId)
      await db("discord_oauth_state").update({ expires_at: new Date(Date.now() - 1_000) })
      const answer = await buyer.customer.http.raw<string>(callback)
      expect([answer.status, answer.headers.get("location")]).toEqual([400, null])
      expect(answer.body).toContain("has expired or was used already")
      await expectStanding(scene(), buyer, UNCONNECTED)
      await connects(buyer)
    })

    it("when the way back is opened a second time", async () => {
      const { db, discord } = scene()
      const buyer = await unconnected()
      const callback = await buyer.customer.consent(discord, buyer.userId)
      expect(endingOf(await buyer.customer.http.raw(callback)).discord).toBe("connected")
      await expectStanding(scene(), buyer, HELD)
      const links = await db("discord_account_link")
      expect((await buyer.customer.http.raw(callback)).status).toBe(400)
      expect(await db("discord_account_link")).toEqual(links)
      await expectStanding(scene(), buyer, HELD)
    })

    it("when the way back is opened in another browser", async () => {
      const { baseUrl, discord } = scene()
      const buyer = await unconnected()
      const callback = await buyer.customer.consent(discord, buyer.userId)
      const answer = await new HttpClient(baseUrl).raw<string>(callback)
      expect([answer.status, answer.headers.get("location")]).toEqual([400, null])
      expect(answer.body).toContain("another browser")
      await expectStanding(scene(), buyer, UNCONNECTED)
      await connects(buyer)
    })

    it("when the Discord account is another customer's, who keeps everything", async () => {
      const { discord, newBuyer, settled } = scene()
      const first = await unconnected()
      await connects(first)
      const { customer } = await newBuyer("eve")
      await settled(await customer.buy("Silver"))
      expect(endingOf(await customer.connect(discord, first.userId))).toMatchObject({
        discord: "conflict",
        reason: "account_taken",
      })
      expect(await customer.access()).toMatchObject({ account: null, todo: { code: "connect" } })
      await expectStanding(scene(), first, HELD)
    })
  })
}
