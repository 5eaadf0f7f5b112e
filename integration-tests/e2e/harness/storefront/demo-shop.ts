import { mapRoles } from "../../../../demo/shop/seed"
import type { Stage } from "../stage"

const MORE_ROLES = [
  { name: "Supporter", color: 0x5865f2 },
  { name: "Workshop", color: 0xeb459e },
]

/** The demo's shop as the demo opens it: its server connected, its plans and its workshop give their roles. */
export async function openDemoShop({ store, discord, world }: Stage): Promise<void> {
  for (const role of MORE_ROLES) await discord.control.createRole(discord.guild.id, role)
  await store.connectServer(discord)
  const { productId, workshopId } = world.shop
  const variants = new Map<string, string>()
  for (const id of [productId, workshopId]) {
    const { product } = await store.admin.admin.product.retrieve(id)
    for (const each of product.variants ?? []) variants.set(each.title ?? "", each.id)
  }
  const ids = new Map((await discord.control.roles(discord.guild.id)).map((r) => [r.name, r.id]))
  await mapRoles(store.admin, { ...world.shop, variants }, (name) => ids.get(name) ?? "")
}
