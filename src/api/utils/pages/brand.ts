import type { MedusaRequest } from "@medusajs/framework/http"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { discordOf } from "../discord"

/** Whose page it is, and the ways from it to the store. */
export interface Brand {
  name: string | null
  logo_url: string | null
  store_url: string | null
  support_url: string | null
}

const storesSchema = z.array(z.object({ name: z.string().nullish() }))

/** The store as `hostedPages` describes it; its name is Medusa's when left out. */
export async function brandOf({ scope }: Pick<MedusaRequest, "scope">): Promise<Brand> {
  const { hostedPages, redirectUrls } = discordOf(scope).options
  const { storeName, logoUrl, storeUrl, supportUrl } = hostedPages
  return {
    name: storeName ?? (await nameInMedusa(scope)),
    logo_url: logoUrl ?? null,
    store_url: redirectUrls[0] ?? storeUrl ?? null,
    support_url: supportUrl ?? null,
  }
}

async function nameInMedusa(scope: MedusaRequest["scope"]): Promise<string | null> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "store",
    fields: ["name"],
    pagination: { take: 1, skip: 0 },
  })
  return storesSchema.parse(data)[0]?.name ?? null
}
