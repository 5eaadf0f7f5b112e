import type { LinkDefinition } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { SubscriptionSource } from "../../../src/modules/discord/subscription/subscription-sources.rules"
import { sweepSubscriptionsWorkflow } from "../../../src/workflows/entitlement"
import { RECIPE_MODULE, type RecipeService } from "../../subscription-modules/recipe"
import type { Customer } from "../account/customer"
import type { RoleName } from "../server/discord"
import type { Scene } from "../store/suite"

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
    await this.link(subscription.id, order, {
      [RECIPE_MODULE]: { subscription_id: subscription.id },
      [Modules.CUSTOMER]: { customer_id: customer.id },
    })
    return subscription.id
  }

  /**
   * Another order under the same subscription.
   *
   * @param days until its new end; left out, the end stays where it was: so the recipe renews as it is published
   * @returns the order's id
   */
  async renew(id: string, customer: Customer, plan: RoleName, days?: number): Promise<string> {
    const order = await this.charge(id, customer, plan)
    await this.renewed(id, days)
    return order
  }

  /** As the recipe renews: an order without a cart, linked to its payment and its subscription at once, then captured. */
  async charge(id: string, { id: customer_id, email }: Customer, plan: RoleName): Promise<string> {
    const { container, store } = this.scene
    const payments = container.resolve(Modules.PAYMENT)
    const price = { currency_code: "eur", amount: 10 }
    const collection = await payments.createPaymentCollections(price)
    const session = await payments.createPaymentSession(collection.id, {
      ...price,
      provider_id: "pp_system_default",
      data: {},
    })
    const payment = await payments.authorizePaymentSession(session.id, {})
    const { result: order } = await createOrderWorkflow(container).run({
      input: {
        region_id: store.regionId,
        sales_channel_id: store.salesChannelId,
        customer_id,
        email,
        currency_code: price.currency_code,
        items: [
          { variant_id: store.variants[plan], title: plan, quantity: 1, unit_price: price.amount },
        ],
      },
    })
    await this.link(id, order.id, {
      [Modules.ORDER]: { order_id: order.id },
      [Modules.PAYMENT]: { payment_collection_id: collection.id },
    })
    await payments.capturePayment({ payment_id: payment?.id ?? "", amount: price.amount })
    return order.id
  }

  /** The last that a renewal does: the record is told of it. */
  async renewed(id: string, days?: number): Promise<void> {
    await this.service.updateSubscriptions({
      id,
      last_order_date: new Date(),
      ...(days !== undefined && { expiration_date: inDays(days) }),
    })
  }

  /** As the recipe cancels: by a selector, and the end stays. */
  async cancel(id: string): Promise<void> {
    await this.service.updateSubscriptions({
      selector: { id: [id] },
      data: { status: "canceled", next_order_date: null },
    })
  }

  private async link(id: string, order_id: string, beside: LinkDefinition): Promise<void> {
    const order = { [RECIPE_MODULE]: { subscription_id: id }, [Modules.ORDER]: { order_id } }
    await this.scene.container.resolve(ContainerRegistrationKeys.LINK).create([order, beside])
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

/** Days pass, as far as the rows of the plugin and the modules can tell; then the minute's job comes. */
export async function passDays({ db, service }: Scene, days: number): Promise<void> {
  await service.engine.idle()
  const back = (column: string) => db.raw(`?? - ? * interval '1 day'`, [column, days])
  await db("discord_entitlement").update({
    starts_at: back("starts_at"),
    ends_at: back("ends_at"),
    grace_from: back("grace_from"),
  })
  await db("discord_membership").update({ recheck_at: back("recheck_at") })
  await db("subscription").update({ expiration_date: back("expiration_date") })
  await service.sweep()
}
