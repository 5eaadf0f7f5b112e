import type Medusa from "@medusajs/js-sdk"
import type {
  AdminProductDiscordRolesResponse,
  AdminSetProductDiscordRoles,
} from "../../src/types/http"

const CURRENCY = "eur"

/** Variants, their price in euros and the Discord roles they give. All three share one role. */
const PLANS = [
  { title: "Bronze", amount: 5, roles: ["Bronze", "Supporter"] },
  { title: "Silver", amount: 12, roles: ["Silver", "Supporter"] },
  { title: "Gold", amount: 25, roles: ["Gold", "Supporter"] },
]
const WORKSHOP = [{ title: "Seat", amount: 40, roles: ["Workshop"] }]

export interface Shop {
  publishableKey: string
  regionId: string
  /** The plans. */
  productId: string
  /** Bought once. */
  workshopId: string
  /** Variant ids by title. */
  variants: Map<string, string>
}

/** A shop with plans and a workshop, made through the Admin API as an admin would. */
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
  const workshop = await createProduct(sdk, sales_channel.id, {
    title: "Live workshop",
    description: "Two hours of questions and answers with us, in a room of its own on our server.",
    option: "Ticket",
    variants: WORKSHOP,
  })
  const plans = await createProduct(sdk, sales_channel.id, {
    title: "Community membership",
    description: "Support us and join the members' rooms on our Discord server.",
    option: "Plan",
    variants: PLANS,
  })
  return {
    publishableKey: api_key.token,
    regionId: region.id,
    productId: plans.id,
    workshopId: workshop.id,
    variants: new Map([...plans.variants, ...workshop.variants]),
  }
}

interface NewProduct {
  title: string
  description: string
  option: string
  variants: { title: string; amount: number }[]
}

/** Nothing of it is shipped: no shipping profile, no stock. */
async function createProduct(
  sdk: Medusa,
  salesChannelId: string,
  { title, description, option, variants }: NewProduct,
) {
  const { product } = await sdk.admin.product.create({
    title,
    description,
    handle: title.toLowerCase().replaceAll(" ", "-"),
    status: "published",
    sales_channels: [{ id: salesChannelId }],
    options: [{ title: option, values: variants.map((variant) => variant.title) }],
    variants: variants.map((variant, variant_rank) => ({
      title: variant.title,
      variant_rank,
      options: { [option]: variant.title },
      manage_inventory: false,
      prices: [{ amount: variant.amount, currency_code: CURRENCY }],
    })),
  })
  const ids = product.variants?.map((variant) => [variant.title ?? "", variant.id] as const)
  return { id: product.id, variants: new Map(ids) }
}

export function variantId({ variants }: Shop, title: string): string {
  const id = variants.get(title)
  if (id === undefined) throw new Error(`The shop has no variant ${title}`)
  return id
}

/** Says which roles each variant gives. @param roleId of a role by its name */
export async function mapRoles(
  sdk: Medusa,
  shop: Shop,
  roleId: (name: string) => string,
): Promise<void> {
  for (const [productId, sold] of [
    [shop.productId, PLANS],
    [shop.workshopId, WORKSHOP],
  ] as const) {
    const body: AdminSetProductDiscordRoles = {
      variants: sold.map(({ title, roles }) => ({
        variant_id: variantId(shop, title),
        roles: roles.map((name) => ({ role_id: roleId(name) })),
      })),
    }
    await sdk.client.fetch<AdminProductDiscordRolesResponse>(
      `/admin/products/${productId}/discord-roles`,
      { method: "POST", body },
    )
  }
}
