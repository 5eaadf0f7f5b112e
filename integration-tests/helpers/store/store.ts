import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import { ROLE_NAMES, type RoleName } from "../server/discord"

export interface TestStore {
  publishableKey: string
  regionId: string
  shippingOptionId: string
  salesChannelId: string
  productId: string
  /** One variant for each role's name. */
  variants: Record<RoleName, string>
}

/** A small store that sells access: one product, a variant for each plan, free shipping, manual payment. */
export async function seedStore(container: MedusaContainer): Promise<TestStore> {
  const { result: channels } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Storefront" }] },
  })
  const salesChannelId = first(channels).id
  const { result: regions } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Test",
          currency_code: "eur",
          countries: ["de"],
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  const { result: keys } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Storefront", type: "publishable", created_by: "" }] },
  })
  const key = first(keys)
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: key.id, add: [salesChannelId] },
  })
  const shippingProfileId = await createShippingProfile(container)
  const shippingOptionId = await createFreeShipping(container, salesChannelId, shippingProfileId)
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: "Community membership",
          status: ProductStatus.PUBLISHED,
          shipping_profile_id: shippingProfileId,
          options: [{ title: "Plan", values: [...ROLE_NAMES] }],
          sales_channels: [{ id: salesChannelId }],
          variants: ROLE_NAMES.map((name, index) => ({
            title: name,
            options: { Plan: name },
            manage_inventory: false,
            prices: [{ amount: 10 * (index + 1), currency_code: "eur" }],
          })),
        },
      ],
    },
  })
  const product = first(products)
  const variantOf = (name: RoleName) =>
    product.variants.find((variant) => variant.title === name)?.id ?? ""
  return {
    publishableKey: key.token,
    regionId: first(regions).id,
    shippingOptionId,
    salesChannelId,
    productId: product.id,
    variants: {
      Bronze: variantOf("Bronze"),
      Silver: variantOf("Silver"),
      Gold: variantOf("Gold"),
    },
  }
}

async function createShippingProfile(container: MedusaContainer): Promise<string> {
  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Test", type: "default" }] },
  })
  return first(result).id
}

async function createFreeShipping(
  container: MedusaContainer,
  salesChannelId: string,
  shippingProfileId: string,
): Promise<string> {
  const { result: locations } = await createStockLocationsWorkflow(container).run({
    input: { locations: [{ name: "Test" }] },
  })
  const locationId = first(locations).id
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: locationId, add: [salesChannelId] },
  })
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const set = await fulfillment.createFulfillmentSets({
    name: "Test",
    type: "shipping",
    service_zones: [{ name: "Test", geo_zones: [{ country_code: "de", type: "country" }] }],
  })
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await link.create([
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
    },
    {
      [Modules.STOCK_LOCATION]: { stock_location_id: locationId },
      [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
    },
  ])
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Free",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: first(set.service_zones).id,
        shipping_profile_id: shippingProfileId,
        type: { label: "Free", description: "Free", code: "free" },
        prices: [{ currency_code: "eur", amount: 0 }],
        rules: [],
      },
    ],
  })
  return first(options).id
}

function first<T>(list: readonly T[]): T {
  const [item] = list
  if (item === undefined) {
    throw new Error("The list is empty")
  }
  return item
}
