import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { SubscriptionSource } from "../../src/modules/discord/domain/subscription-sources"
import { sweepSubscriptionsWorkflow } from "../../src/workflows/entitlement"
import { RECIPE_MODULE, type RecipeService } from "../subscription-modules/recipe"
import { REORDER_MODULE, type ReorderService } from "../subscription-modules/reorder"
import type { Customer } from "./customer"
import type { RoleName } from "./discord"
import type { Scene } from "./suite"

const DAY_MS = 86_400_000
export const inDays = (days: number): Date => new Date(Date.now() + days * DAY_MS)

/** Medusa's official recipe at work: subscriptions that orders begin and renew. */
export class RecipeStore {
  readonly service: RecipeService
  constructor(private readonly scene: Scene) {
    this.service = scene.container.resolve<RecipeService>(RECIPE_MODULE)
  }

  /** As the recipe does it: the order, then the record, which its event tells of, then the links. */
  async subscribe(customer: Customer, plan: RoleName, days = 30): Promise<string> {
    const order = await customer.buy(plan)
    const subscription = await this.service.createSubscriptions({
      interval: "monthly",
      period: 1,
      subscription_date: new Date(),
      last_order_date: new Date(),
      next_order_date: inDays(days),
      expiration_date: inDays(days),
    })
    await this.link(subscription.id, order, customer.id)
    return subscription.id
  }

  /** Another order under the same subscription, and a later end. */
  async renew(id: string, customer: Customer, plan: RoleName, days: number): Promise<void> {
    await this.link(id, await customer.buy(plan))
    await this.service.updateSubscriptions({
      id,
      last_order_date: new Date(),
      expiration_date: inDays(days),
    })
  }

  private async link(id: string, order_id: string, customer_id?: string): Promise<void> {
    const subscription = { [RECIPE_MODULE]: { subscription_id: id } }
    await this.scene.container
      .resolve(ContainerRegistrationKeys.LINK)
      .create([
        { ...subscription, [Modules.ORDER]: { order_id } },
        ...(customer_id ? [{ ...subscription, [Modules.CUSTOMER]: { customer_id } }] : []),
      ])
  }
}

/** Reorder at work. */
export class ReorderStore {
  readonly service: ReorderService
  constructor(private readonly scene: Scene) {
    this.service = scene.container.resolve<ReorderService>(REORDER_MODULE)
  }

  async subscribe(customer: Customer, plan: RoleName, trialDays?: number): Promise<string> {
    const { store } = this.scene
    const subscription = await this.service.createReorderSubscriptions({
      reference: `SUB-${Math.random()}`,
      customer_id: customer.id,
      product_id: store.productId,
      variant_id: store.variants[plan],
      started_at: new Date(),
      next_renewal_at: inDays(30),
      is_trial: trialDays !== undefined,
      trial_ends_at: trialDays === undefined ? null : inDays(trialDays),
    })
    return subscription.id
  }

  async change(
    id: string,
    change: Partial<{
      status: "active" | "paused" | "cancelled" | "past_due"
      variant_id: string
      customer_id: string
      cancel_effective_at: Date | null
      last_renewal_at: Date
      is_trial: boolean
    }>,
  ): Promise<void> {
    await this.service.updateReorderSubscriptions({ id, ...change })
  }
}

/** What the minute's job does, or the hour's. */
export async function sweep({ container }: Scene, full = false): Promise<void> {
  await sweepSubscriptionsWorkflow(container).run({ input: { full } })
}

/** Changes a source's configuration while a test runs. */
export async function misconfigured(
  { service }: Scene,
  name: string,
  change: (source: SubscriptionSource & { kind: "entity" }) => void,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const sources = service.options.subscriptions
  const at = sources.findIndex((source) => source.name === name)
  const right = sources[at]
  if (right?.kind !== "entity") {
    throw new Error(`${name} is not configured`)
  }
  const wrong = structuredClone(right)
  change(wrong)
  sources[at] = wrong
  try {
    await meanwhile()
  } finally {
    sources[at] = right
  }
}
