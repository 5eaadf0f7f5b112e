import type { Login } from "../../../demo/shop/customer"
import type { Addresses } from "../../../demo/process/environment"
import type { ApplicationInfo } from "../../discord-sandbox"

/** Everything a browser test needs to know about what runs beside it. Plain data: it crosses processes. */
export interface World {
  addresses: Addresses
  databaseUrl: string
  application: ApplicationInfo
  admin: Login
  /** What the shop sells: plans, a product with the variants Bronze, Silver and Gold, and a workshop. */
  shop: {
    publishableKey: string
    regionId: string
    salesChannelId: string
    productId: string
    workshopId: string
  }
  /** What the store runs with: another process of it takes the same, and changes what it is about. */
  environment: Record<string, string>
  /** Where the running Medusa writes to. */
  logFile: string
}
