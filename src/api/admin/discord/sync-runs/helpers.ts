import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AdminDiscordSyncRun, AdminDiscordSyncRunProduct } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"

type Unnamed = Omit<AdminDiscordSyncRun, "products">

/** A run with what the shop calls its products. @throws MedusaError NOT_FOUND that says where to look */
export async function retrieveRun(
  scope: MedusaContainer,
  id: string,
): Promise<AdminDiscordSyncRun> {
  const run = await discordOf(scope).syncRuns.retrieve(id)
  const named = await namesOf(scope, [run])
  return named(run)
}

/** What the shop calls the products of some runs: one read, whatever their number. */
export async function namesOf(
  scope: MedusaContainer,
  runs: readonly Unnamed[],
): Promise<(run: Unnamed) => AdminDiscordSyncRun> {
  const productOf = await productsOf(scope, [...new Set(runs.flatMap((run) => run.variant_ids))])
  return (run) => {
    const products = run.variant_ids.flatMap((id) => productOf.get(id) ?? [])
    return { ...run, products: [...new Map(products.map((each) => [each.id, each])).values()] }
  }
}

async function productsOf(
  scope: MedusaContainer,
  variantIds: string[],
): Promise<Map<string, AdminDiscordSyncRunProduct>> {
  if (variantIds.length === 0) {
    return new Map()
  }
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "product.id", "product.title"],
    filters: { id: variantIds },
  })
  const variants = data as { id: string; product: AdminDiscordSyncRunProduct | null }[]
  return new Map(
    variants.flatMap(({ id, product }) =>
      product ? [[id, { id: product.id, title: product.title }] as const] : [],
    ),
  )
}
