import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { DISCORD_MODULE } from "../module-name"
import type { PurchaseService } from "./purchase.service"

/** A cart as Medusa's `completeCartWorkflow` hands it to its hook. */
export interface CartOfHook {
  id: string
  completed_at?: Date | string | null
  customer?: { id: string; has_account?: boolean } | null
  items?: ({ variant_id?: string | null } | null)[] | null
}

/**
 * Refuses a cart whose Discord roles could go to nobody, where the option `requireConnection` or the product says that its buyers
 * connect Discord first. For a store with a `validate` hook of its own on `completeCartWorkflow`: Medusa takes one alone, so
 * the plugin leaves it to the store's, which calls this.
 *
 * @param input what Medusa hands to the hook
 * @param context the hook's second parameter
 * @throws MedusaError NOT_ALLOWED with the code `discord_connection_required` or `discord_banned`
 */
export async function requireDiscordConnection(
  { cart }: { cart: CartOfHook },
  { container }: { container: MedusaContainer },
): Promise<void> {
  const { purchases } = container.resolve<{ purchases: PurchaseService }>(DISCORD_MODULE)
  const { id, completed_at, customer, items } = cart
  await purchases.checkCart({
    is_completed: Boolean(completed_at),
    variant_ids: (items ?? []).flatMap((item) => item?.variant_id ?? []),
    customer_id: customer?.id ?? null,
    // A registered customer says who they are by signing in, whatever was connected with the cart before.
    cart_id: customer?.has_account ? null : id,
  })
}

/** Whose hook it is, in this process: a store may start twice in one. */
let isOurs = false

/**
 * Has Medusa ask before a cart is completed. Called once the whole store is loaded: a hook that the store's own code registers
 * is there by then, and stays.
 */
export async function registerCartCheck(
  logger: Pick<Logger, "warn">,
  purchases: Pick<PurchaseService, "isAnyRequired">,
): Promise<void> {
  if (isOurs) {
    return
  }
  try {
    completeCartWorkflow.hooks.validate(({ cart }, context) =>
      requireDiscordConnection({ cart: cart as CartOfHook }, context),
    )
    isOurs = true
  } catch (error) {
    if (await purchases.isAnyRequired()) {
      logger.warn(
        `discord: the store has a "validate" hook of its own on completeCartWorkflow, and Medusa takes only one, so carts are completed without asking for Discord. Call requireDiscordConnection of "medusa-plugin-discord-roles/workflows" in it, as docs/storefront.md shows; if it does so already, all is well. (${messageOf(error)})`,
      )
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
