import type Medusa from "@medusajs/js-sdk"
import type {
  AdminProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../src/types/http"
import { roleId, type DiscordWorld } from "./discord"

const CURRENCY = "eur"
const PRODUCT = "Community membership"

/** Variants, their price in euros and the Discord roles they give. All three share one role. */
const VARIANTS = [
  { title: "Bronze", amount: 5, roles: ["Bronze", "Supporter"] },
  { title: "Silver", amount: 12, roles: ["Silver", "Supporter"] },
  { title: "Gold", amount: 25, roles: ["Gold", "Supporter"] },
]

export interface Shop {
  publishableKey: string
  regionId: string
  productId: string
  /** Variant ids by title. */
  variants: Map<string, string>
}

/** A shop with one product, made through the Admin API as an admin would. */
export async function seedShop(sdk: Medusa): Promise<Shop> {
  const { stores } = await sdk.admin.store.list()
  for (const store of stores) {
    await sdk.admin.store.update(store.id, {
      name: "Example Store",
      supported_currencies: [{ currency_code: CURRENCY, is_default: true }],
    })
  }
  const { region } = await sdk.admin.region.create({
    name: "Europe",
    currency_code: CURRENCY,
    countries: ["de", "fr", "nl"],
    payment_providers: ["pp_system_default"],
  })
  const { sales_channel } = await sdk.admin.salesChannel.create({ name: "Storefront" })
  const { api_key } = await sdk.admin.apiKey.create({ title: "Storefront", type: "publishable" })
  await sdk.admin.apiKey.batchSalesChannels(api_key.id, { add: [sales_channel.id] })
  const product = await createProduct(sdk, sales_channel.id)
  return { publishableKey: api_key.token, regionId: region.id, ...product }
}

/** A membership is not shipped: no shipping profile, no stock. */
async function createProduct(sdk: Medusa, salesChannelId: string) {
  const { product } = await sdk.admin.product.create({
    title: PRODUCT,
    description: "Support us and join the members' rooms on our Discord server.",
    handle: "community-membership",
    status: "published",
    sales_channels: [{ id: salesChannelId }],
    options: [{ title: "Plan", values: VARIANTS.map(({ title }) => title) }],
    variants: VARIANTS.map(({ title, amount }, variant_rank) => ({
      title,
      variant_rank,
      options: { Plan: title },
      manage_inventory: false,
      prices: [{ amount, currency_code: CURRENCY }],
    })),
  })
  const variants = new Map(product.variants?.map(({ title, id }) => [title ?? "", id]))
  return { productId: product.id, variants }
}

export function variantId({ variants }: Shop, title: string): string {
  const id = variants.get(title)
  if (id === undefined) throw new Error(`The product has no variant ${title}`)
  return id
}

/** Says which roles each variant gives. */
export async function mapRoles(sdk: Medusa, shop: Shop, discord: DiscordWorld): Promise<void> {
  const body: AdminSetProductDiscordRoles = {
    variants: VARIANTS.map(({ title, roles }) => ({
      variant_id: variantId(shop, title),
      roles: roles.map((name) => ({ role_id: roleId(discord, name) })),
    })),
  }
  await sdk.client.fetch<AdminProductDiscordRolesResponse>(
    `/admin/products/${shop.productId}/discord-roles`,
    { method: "POST", body },
  )
}
