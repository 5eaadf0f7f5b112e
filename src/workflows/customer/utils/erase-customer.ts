import type { CartDTO, ICartModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { DISCORD_MODULE } from "../../../modules/discord"
import type DiscordModuleService from "../../../modules/discord/service"
import { customersWithSignIn, forgetSignIns } from "../../sign-in/utils/forget-sign-ins"

/**
 * Ends and forgets what a deleted customer had: in the plugin's tables, and what sign-ins left in Medusa's. Doing it again changes
 * nothing.
 *
 * @returns the servers that have work now
 */
export async function eraseCustomer(
  container: MedusaContainer,
  customer_id: string,
): Promise<string[]> {
  const { accounts, carts } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  await forgetSignIns(container, customer_id)
  await carts.erase((await cartsOf(container, [customer_id])).map(({ id }) => id))
  return accounts.erase(customer_id)
}

/** Of these customers, those of whom something is held, if only a way to sign in, or a consent for a cart. */
export async function heldCustomers(
  container: MedusaContainer,
  customerIds: string[],
): Promise<string[]> {
  const { accounts } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const held = [
    ...(await accounts.deleted.heldCustomers(customerIds)),
    ...(await customersWithSignIn(container, customerIds)),
    ...(await customersWithCart(container, customerIds)),
  ]
  return [...new Set(held)]
}

async function customersWithCart(
  container: MedusaContainer,
  customerIds: string[],
): Promise<string[]> {
  const { carts } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  if (!(await carts.areWaiting())) {
    return []
  }
  const theirs = await cartsOf(container, customerIds)
  const waiting = new Set(await carts.waitingAmong(theirs.map(({ id }) => id)))
  return theirs.flatMap(({ id, customer_id }) =>
    customer_id !== undefined && waiting.has(id) ? [customer_id] : [],
  )
}

async function cartsOf(
  container: MedusaContainer,
  customer_id: string[],
): Promise<Pick<CartDTO, "id" | "customer_id">[]> {
  const carts = container.resolve<ICartModuleService>(Modules.CART)
  return carts.listCarts({ customer_id }, { select: ["id", "customer_id"], take: null })
}
