import type { Stage } from "./stage"

const PLANS = ["Bronze", "Silver", "Gold"] as const
export type Plan = (typeof PLANS)[number]

export interface Memberships {
  productId: string
  variants: Record<Plan, string>
}

/** A connected server, and a product of which each variant gives the role of its name; Gold gives Silver, too. */
export async function sellMemberships(
  { store, discord }: Stage,
  title = "Community membership",
): Promise<Memberships> {
  await store.connectServer(discord)
  const product = await store.createProduct(
    title,
    PLANS.map((plan, index) => ({ title: plan, amount: 10 * (index + 1) })),
  )
  const [bronze = "", silver = "", gold = ""] = product.variantIds
  const role = async (name: Plan, access_days: number | null = null) => ({
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
  return { productId: product.id, variants: { Bronze: bronze, Silver: silver, Gold: gold } }
}
