import { OrderAdmin } from "../../../helpers/entitlement/order-admin"
import { connectServer } from "../../../helpers/store/admin"
import type { Scene } from "../../../helpers/store/suite"
import { type ErrorBody, helpersOf } from "./shared"

/** @see ../admin-reads.spec.ts */
export function testAnOrder(scene: () => Scene): void {
  const { orderPage } = helpersOf(scene)
  describe("an order", () => {
    it("says what it gives and that its customer has not connected Discord", async () => {
      const { discord, newBuyer, settled, setUp, store } = scene()
      const serverId = await setUp()
      const { customer } = await newBuyer("ada")
      const order = await customer.buy("Gold")
      await settled(order)
      const page = await orderPage(order)
      expect(page).toMatchObject({
        order_id: order,
        customer: { id: customer.id, email: customer.email, has_account: true },
        linked: false,
        account: null,
        memberships: [],
        connect_url: expect.stringContaining("http") as string,
        // This store sends no messages.
        connect_message: null,
      })
      expect(page.entitlements).toMatchObject([
        {
          source: "order",
          source_id: order,
          display_id: expect.any(Number) as number,
          active: true,
          variant: {
            id: store.variants.Gold,
            title: "Gold",
            product_id: store.productId,
            product_title: "Community membership",
          },
          roles: [
            {
              role_id: discord.roles.Gold,
              name: "Gold",
              server: { id: serverId, name: "Test Community" },
              membership_id: null,
              desired: true,
              held: false,
              state: "waiting",
              reason: "The customer has not connected Discord yet.",
              last_answer: null,
            },
          ],
        },
      ])
    })

    it("says who holds its roles, and what Discord last answered", async () => {
      const { discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      const page = await orderPage(order)
      expect(page).toMatchObject({
        linked: true,
        account: { discord_user_id: userId, username: "ada", status: "linked" },
        memberships: [{ status: "synced", reason: null, customer_ids: [customer.id] }],
      })
      expect(page.entitlements[0]?.roles).toMatchObject([
        {
          state: "held",
          held: true,
          reason: null,
          last_answer: { action: "member_joined", discord_status: 201, discord_code: null },
        },
      ])
    })

    it("says that a cancelled order gives nothing any more", async () => {
      const { cancel, discord, newBuyer, settled, setUp } = scene()
      await setUp()
      const { customer, userId } = await newBuyer("ada")
      await customer.connect(discord, userId)
      const order = await customer.buy("Gold")
      await settled(order)
      await cancel(order)
      await discord.expectRoles(userId, [])
      await settled(order)
      const page = await orderPage(order)
      expect(page.entitlements).toMatchObject([
        { active: false, ended_reason: expect.any(String) as string, roles: [{ state: "ended" }] },
      ])
    })

    it("says why it gives nothing, and nothing while no server is connected", async () => {
      const { admin, discord, map, newBuyer, settled, store } = scene()
      const orderAdmin = new OrderAdmin(admin, store)
      const { customer } = await newBuyer("ada")
      const bought = await customer.buy("Gold")
      expect(await orderPage(bought)).toMatchObject({
        no_roles_reason: null,
        no_roles_reason_detail: null,
      })

      await settled(bought)
      await connectServer(admin, discord)
      await map({ Silver: ["Silver"] })
      expect(await orderPage(bought)).toMatchObject({
        no_roles_reason: "Nothing in this order gives a Discord role.",
        no_roles_reason_detail: { code: "entitlement.order_not_mapped", params: {} },
        ordered: [
          {
            id: store.variants.Gold,
            title: "Gold",
            product_id: store.productId,
            product_title: "Community membership",
          },
        ],
      })

      const unpaid = await orderAdmin.draft(customer.id, customer.email, "Silver")
      await orderAdmin.convertDraft(unpaid)
      const reasonOf = async (id: string) => (await orderPage(id)).no_roles_reason_detail?.code
      expect(await reasonOf(unpaid)).toBe("entitlement.order_awaits_authorization")
      await orderAdmin.markAsPaid(unpaid, 20)
      await settled(unpaid)
      expect(await orderPage(unpaid)).toMatchObject({
        no_roles_reason: null,
        entitlements: [{ roles: [{ name: "Silver" }] }],
      })

      const canceled = await orderAdmin.draft(customer.id, customer.email, "Silver")
      await orderAdmin.convertDraft(canceled)
      await orderAdmin.cancel(canceled)
      expect(await reasonOf(canceled)).toBe("entitlement.order_canceled")
    })

    it("is 404 when there is no such order", async () => {
      const answer = await scene().admin.raw<ErrorBody>("/admin/orders/order_none/discord")
      expect(answer).toMatchObject({ status: 404, body: { type: "not_found" } })
    })
  })
}
