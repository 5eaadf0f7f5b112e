import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Customer } from "../../helpers/account/customer"
import { HttpClient } from "../../helpers/store/http"
import { storeSuite } from "../../helpers/store/suite"
import { testAnOrder } from "./admin-reads/an-order"
import { testACustomer } from "./admin-reads/a-customer"
import { testLinkingByDiscordUserId } from "./admin-reads/linking-by-discord-user-id"
import { testTheMembers } from "./admin-reads/the-members"
import { testTheActivityLog } from "./admin-reads/the-activity-log"
import { testTheActivityLogByName } from "./admin-reads/the-activity-log-by-name"
import { testBulkRuns } from "./admin-reads/bulk-runs"
import { ACTIVITY, MEMBERSHIPS, SYNC_RUNS } from "./admin-reads/shared"

storeSuite("what the dashboard reads", (scene) => {
  testAnOrder(scene)
  testACustomer(scene)
  testLinkingByDiscordUserId(scene)
  testTheMembers(scene)
  testTheActivityLog(scene)
  testTheActivityLogByName(scene)
  testBulkRuns(scene)

  it("is read by query.graph from the variant, the customer and the order", async () => {
    const { container, discord, newBuyer, settled, setUp, store } = scene()
    await setUp()
    const { customer, userId } = await newBuyer("ada")
    await customer.connect(discord, userId)
    const order = await customer.buy("Gold")
    await settled(order)
    const query = container.resolve(ContainerRegistrationKeys.QUERY)
    const one = async (entity: string, fields: string[], id: string): Promise<unknown> =>
      (await query.graph({ entity, fields, filters: { id } })).data[0]
    expect(
      await one(
        "product_variant",
        ["id", "discord_roles.*", "discord_roles.role.*"],
        store.variants.Gold,
      ),
    ).toMatchObject({ discord_roles: [{ role: { role_id: discord.roles.Gold, name: "Gold" } }] })
    expect(
      await one(
        "customer",
        ["id", "discord_account.*", "discord_account.memberships.*"],
        customer.id,
      ),
    ).toMatchObject({
      discord_account: { discord_user_id: userId, memberships: [{ status: "synced" }] },
    })
    expect(await one("order", ["id", "discord_entitlements.*"], order)).toMatchObject({
      discord_entitlements: [
        { source: "order", source_id: order, variant_id: store.variants.Gold },
      ],
    })
  })

  it("answers nobody who is not an admin", async () => {
    const { baseUrl, store } = scene()
    const stranger = Customer.guest(baseUrl, store, "eve@test.store")
    for (const path of [
      "/admin/orders/order_1/discord",
      "/admin/customers/cus_1/discord",
      MEMBERSHIPS,
      `${MEMBERSHIPS}/counts`,
      ACTIVITY,
      SYNC_RUNS,
    ]) {
      expect((await new HttpClient(baseUrl).raw(path)).status).toBe(401)
      expect((await stranger.http.raw(path)).status).toBe(401)
    }
  })
})
