import { RolePane } from "../../harness/role-pane"
import type { Stage } from "../../harness/stage"
import { shoot } from "../camera"

/** The product page's summary, and the drawer in which roles are chosen. */
export async function shootProduct({ store, discord, dashboard, page }: Stage): Promise<void> {
  const serverId = await store.connectServer(discord)
  const product = await store.createProduct("Community membership", [
    { title: "Bronze", amount: 5 },
    { title: "Silver", amount: 12 },
    { title: "Gold", amount: 25 },
  ])
  const [bronze = "", silver = "", gold = ""] = product.variantIds
  const role = async (name: string, access_days: number | null = null) => ({
    role_id: await discord.roleId(name),
    access_days,
  })
  await store.setRoles(product.id, {
    variants: [
      { variant_id: bronze, roles: [await role("Bronze", 30)] },
      { variant_id: silver, roles: [await role("Silver")] },
      { variant_id: gold, roles: [await role("Gold"), await role("Silver")] },
    ],
  })
  const pane = new RolePane(dashboard)
  await dashboard.open(`/products/${product.id}`)
  await pane.section.getByText("Gold").first().waitFor()
  await pane.section.scrollIntoViewIfNeeded()
  await shoot(dashboard, "product-page")
  await pane.reopen()
  await pane.variant("Gold").waitFor()
  await shoot(dashboard, "product-drawer")
  await discord.moveBot(4)
  await store.refresh(serverId)
  await page.reload()
  await pane.reopen()
  await pane.openList("Gold")
  await shoot(dashboard, "product-role-list")
}
