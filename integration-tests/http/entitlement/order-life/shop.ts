import type { DiscordOptions } from "../../../../src/modules/discord/options"
import { type Buyer } from "../../../helpers/account/buyers"
import type { RoleName } from "../../../helpers/server/discord"
import { type OrderAdmin } from "../../../helpers/entitlement/order-admin"
import { type Scene } from "../../../helpers/store/suite"

export type Options = Partial<Pick<DiscordOptions, "grantOn" | "revokeOnRefund">>

/** Ada and Ben are members of the server, and connected. */
export interface Shop extends Scene {
  orderAdmin: OrderAdmin
  ada: Buyer
  ben: Buyer
}

export interface Transition {
  name: string
  options?: Options
  /** What was before, all events heard. @returns the order's id, and that of what is changed about it */
  given: (shop: Shop) => Promise<string | [order: string, other: string]>
  /** What Ada holds then. */
  held: RoleName[]
  change: (shop: Shop, orderId: string, otherId: string) => Promise<void>
  /** What Ada, and Ben, hold after it. */
  ada: RoleName[]
  ben?: RoleName[]
}

export const bought =
  (...plans: RoleName[]) =>
  ({ ada }: Shop) =>
    ada.customer.buy(...plans)

/** Medusa withdraws a payment that was only authorised when an order is changed: a captured one stays. */
export const paid =
  (...plans: RoleName[]) =>
  async ({ ada, orderAdmin }: Shop) => {
    const order = await ada.customer.buy(...plans)
    await orderAdmin.capture(order)
    return order
  }

const manyGold =
  (quantity: number) =>
  async ({ ada, orderAdmin, store }: Shop) => {
    const order = await ada.customer.buyItems([{ variant_id: store.variants.Gold, quantity }])
    await orderAdmin.capture(order)
    return order
  }

export const twoGold = manyGold(2)

/** Pieces of Gold that a claim wrote off, and that are awaited back. */
export const claimed =
  (bought: number, quantity: number) =>
  async (shop: Shop): Promise<[string, string]> => {
    const order = await manyGold(bought)(shop)
    return [order, await shop.orderAdmin.claim(order, "Gold", { quantity, isAskedBack: true })]
  }
