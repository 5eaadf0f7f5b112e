import { sellMemberships } from "../../harness/memberships"
import { expectRoles, userOf } from "../../harness/people"
import type { Stage } from "../../harness/stage"
import { shoot } from "../camera"

/** The order page of a guest and of a connected customer, and the customer's page. */
export async function shootPeople(stage: Stage): Promise<void> {
  const { dashboard, discord, store } = stage
  const { variants } = await sellMemberships(stage)
  const guestOrder = await store.buy(store.guest("gus"), variants.Gold)
  await dashboard.open(`/orders/${guestOrder}`)
  const order = dashboard.section("Discord Roles")
  await order.getByRole("button", { name: "Copy claim link" }).click()
  await order.getByLabel("Claim link", { exact: true }).waitFor()
  await order.scrollIntoViewIfNeeded()
  await shoot(dashboard, "order-guest")

  const customer = await store.registerCustomer("nora")
  const noah = userOf(stage, 1)
  await store.linkAccount(customer, discord, noah)
  const orderId = await store.buy(customer, variants.Gold)
  await expectRoles(stage, noah, ["Gold", "Silver"])
  await store.grantAccess({
    customer_id: customer.id,
    variant_id: variants.Bronze,
    note: "Moderates the forum",
  })
  await expectRoles(stage, noah, ["Bronze", "Gold", "Silver"])
  await dashboard.open(`/orders/${orderId}`)
  await order.getByText("Has the role", { exact: true }).first().waitFor()
  await order.scrollIntoViewIfNeeded()
  await shoot(dashboard, "order-held")

  await dashboard.open(`/customers/${customer.id}`)
  const account = dashboard.section("Discord")
  await account.getByText("Has the role", { exact: true }).first().waitFor()
  await shoot(dashboard, "customer-discord")
  await dashboard.section("Manual access").scrollIntoViewIfNeeded()
  await shoot(dashboard, "customer-manual-access")
  await dashboard.section("Manual access").getByRole("button", { name: "Grant access" }).click()
  await dashboard.dialog.getByRole("combobox", { name: "Product variant" }).click()
  await stage.page.getByRole("option").first().waitFor()
  await shoot(dashboard, "customer-grant-access")
}
