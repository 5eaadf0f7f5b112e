import { openDemoShop } from "../../harness/storefront/demo-shop"
import { Shopper } from "../../harness/storefront/shopper"
import { userOf } from "../../harness/people"
import type { Stage } from "../../harness/stage"
import type { Buyer } from "../../harness/store"

export const NOAH = "Noah (@noah_b)"
export const ZOE = "Zoë (@zoe)"

export interface Customer {
  customer: Buyer
  /** Noah's id in Discord. */
  noah: string
}

/** The demo's shop, and a customer who has not bought yet. @param connected as Noah */
export async function customerOf(stage: Stage, connected: boolean): Promise<Customer> {
  await openDemoShop(stage)
  const customer = await stage.store.registerCustomer("noah")
  const noah = userOf(stage, 1)
  if (connected) await stage.store.linkAccount(customer, stage.discord, noah)
  return { customer, noah }
}

/** Buys a seat in the workshop. */
export async function buySeat({ store, world }: Stage, customer: Buyer): Promise<void> {
  const [seat] = await store.rolesOf(world.shop.workshopId)
  await store.buy(customer, seat?.variant_id ?? "")
}

/** A customer who has a seat, on their account's page. */
export async function seatHolder(
  stage: Stage,
  connected: boolean,
): Promise<Customer & { shopper: Shopper }> {
  const found = await customerOf(stage, connected)
  await buySeat(stage, found.customer)
  return { ...found, shopper: await Shopper.returns(stage, found.customer) }
}
