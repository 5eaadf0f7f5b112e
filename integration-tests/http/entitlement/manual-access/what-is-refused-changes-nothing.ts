import type { AdminDiscordEntitlement } from "../../../../src/types/http"
import { connectedBuyer } from "../../../helpers/account/buyers"
import type { Scene } from "../../../helpers/store/suite"
import { ENTITLEMENTS, inHours, type ErrorBody, grantGold, change, end } from "./shared"

/** @see ../manual-access.spec.ts */
export function testWhatIsRefusedChangesNothing(scene: () => Scene): void {
  describe("what is refused changes nothing", () => {
    it("a grant to nobody, of nothing, or with dates that make no sense", async () => {
      const { admin, db, newBuyer, store } = scene()
      const { customer } = await newBuyer("ada")
      const refusals: [object, RegExp][] = [
        [{ customer_id: "cus_none" }, /There is no customer cus_none/],
        [{ variant_id: "variant_none" }, /no product variant variant_none/],
        [{ ends_at: inHours(-1) }, /is in the past/],
        [{ starts_at: inHours(3), ends_at: inHours(2) }, /is not after starts_at/],
        [{ ends_at: "tomorrow" }, /ends_at must be a date/],
        [{ days: 30 }, /days/],
        [{ starts_at: "0000-01-01T00:00:00Z" }, /starts_at must be a date.*1 to 9999/],
        [{ ends_at: "9999-12-31T23:59:59-10:00" }, /ends_at must be a date.*1 to 9999/],
        [{ reference: "import:cus_1" }, /reference begins with import:/],
        [{ reference: "dent_1" }, /reference begins with dent_/],
      ]
      for (const [over, words] of refusals) {
        const body = { customer_id: customer.id, variant_id: store.variants.Gold, ...over }
        const answer = await admin.raw<ErrorBody>(ENTITLEMENTS, { body })
        expect([answer.status, answer.body.type]).toEqual([400, "invalid_data"])
        expect(answer.body.message).toMatch(words)
      }
      expect(await db("discord_entitlement")).toEqual([])
    })

    it("ending or changing what an order gives says where to go instead", async () => {
      const { admin, discord, db } = scene()
      const { customer, userId } = await connectedBuyer(scene())
      const order = await customer.buy("Gold")
      await discord.expectRoles(userId, ["Gold"])
      const [row] = await db<AdminDiscordEntitlement>("discord_entitlement")
      for (const request of [{ method: "DELETE" }, { body: { ends_at: inHours(1) } }]) {
        const answer = await admin.raw<ErrorBody>(`${ENTITLEMENTS}/${row?.id}`, request)
        expect([answer.status, answer.body.type]).toEqual([400, "not_allowed"])
        expect(answer.body.message).toContain(`comes from order ${order}: cancel`)
      }
      expect(await db("discord_entitlement")).toEqual([row])
    })

    it("an entitlement that is not there, or over, or whose new end is past", async () => {
      const { admin } = scene()
      const { customer } = await connectedBuyer(scene())
      for (const request of [{ method: "GET" }, { method: "DELETE" }, { body: { note: "x" } }]) {
        const answer = await admin.raw<ErrorBody>(`${ENTITLEMENTS}/dent_none`, request)
        expect([answer.status, answer.body.message]).toEqual([
          404,
          "Entitlement dent_none was not found. GET /admin/discord/entitlements lists them.",
        ])
      }
      const { id } = await grantGold(scene(), customer)
      expect((await change(scene(), id, { ends_at: inHours(-1) })).status).toBe(400)
      await end(scene(), id)
      const late = await change(scene(), id, { ends_at: inHours(1) })
      expect([late.status, late.body]).toMatchObject([
        400,
        { message: expect.stringMatching(/over/) as string },
      ])
    })
  })
}
