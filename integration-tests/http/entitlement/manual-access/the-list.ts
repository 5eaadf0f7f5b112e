import type { AdminDiscordEntitlementListResponse } from "../../../../src/types/http"
import type { Scene } from "../../../helpers/store/suite"
import { ENTITLEMENTS, inHours, grantGold, end } from "./shared"

/** @see ../manual-access.spec.ts */
export function testTheList(scene: () => Scene): void {
  describe("the list", () => {
    it("is filtered by customer, variant, source and whether it is active, and paged and ordered", async () => {
      const { admin, newBuyer, settled, setUp, store } = scene()
      await setUp()
      const { customer: ada } = await newBuyer("ada")
      const { customer: ben } = await newBuyer("ben")
      await settled(await ada.buy("Bronze"))
      const gold = await grantGold(scene(), ada)
      const over = await grantGold(scene(), ben)
      const later = await grantGold(scene(), ben, { starts_at: inHours(1) })
      await end(scene(), over.id)
      const list = async (query: string) => {
        const found = await admin.send<AdminDiscordEntitlementListResponse>(
          `${ENTITLEMENTS}?${query}`,
        )
        expect(found.count).toBeGreaterThanOrEqual(found.entitlements.length)
        return found.entitlements.map(({ id, source }) => (source === "order" ? "order" : id))
      }
      expect(await list(`customer_id=${ada.id}&order=created_at`)).toEqual(["order", gold.id])
      expect(await list(`variant_id=${store.variants.Bronze}`)).toEqual(["order"])
      expect(await list("source=manual&order=-created_at")).toEqual([later.id, over.id, gold.id])
      expect(await list("source=manual&active=true")).toEqual([gold.id])
      expect(await list("active=false&order=created_at")).toEqual([over.id, later.id])
      expect(await list("source=manual&order=created_at&limit=1&offset=1")).toEqual([over.id])
      const { entitlements } = await admin.send<AdminDiscordEntitlementListResponse>(
        `${ENTITLEMENTS}?fields=id,note&source=manual&active=true`,
      )
      expect(Object.keys(entitlements[0] ?? {})).toEqual(expect.arrayContaining(["id", "note"]))
      expect(entitlements[0]).not.toHaveProperty("customer_id")
      expect((await admin.raw(`${ENTITLEMENTS}?source=gift`)).status).toBe(400)
    })
  })
}
