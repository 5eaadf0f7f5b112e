import type { MedusaContainer } from "@medusajs/framework/types"
import { updateRegionsWorkflow } from "@medusajs/medusa/core-flows"
import processDunningRetries from "@reorderjs/reorder/jobs/process-dunning-retries"
import processRenewalCycles from "@reorderjs/reorder/jobs/process-renewal-cycles"
import { cardsWithoutMoney } from "../../subscription-modules/card/provider"
import type { Customer } from "../account/customer"
import type { RoleName } from "../server/discord"
import type { Scene } from "../store/suite"

const CARD_PROVIDER = "pp_card_test"
const MONTHLY = { interval: "month", value: 1 }

interface DunningCase {
  id: string
  status: string
  renewal_order_id: string
  retry_schedule: { intervals: number[] }
  next_retry_at: Date | null
}

/** Reorder at work: its own routes, workflows and jobs; only time is ours. */
export class ReorderStore {
  private constructor(private readonly scene: Scene) {}

  /** Every plan can be subscribed to by the month, and paid by card. */
  static async open(
    scene: Scene,
    { trialDays }: { trialDays?: number } = {},
  ): Promise<ReorderStore> {
    const { admin, container, store } = scene
    cardsWithoutMoney.clear()
    await updateRegionsWorkflow(container).run({
      input: {
        selector: { id: store.regionId },
        update: { payment_providers: ["pp_system_default", CARD_PROVIDER] },
      },
    })
    await admin.send("/admin/subscription-offers", {
      body: {
        name: "Membership",
        scope: "product",
        product_id: store.productId,
        is_enabled: true,
        allowed_frequencies: [MONTHLY],
        ...(trialDays && {
          rules: {
            minimum_cycles: null,
            trial_enabled: true,
            trial_days: trialDays,
            stacking_policy: "allowed",
          },
        }),
      },
    })
    return new ReorderStore(scene)
  }

  /** Subscribes in the storefront. @returns the subscription's id */
  async subscribe(customer: Customer, plan: RoleName): Promise<string> {
    const metadata = {
      is_subscription: true,
      frequency_interval: MONTHLY.interval,
      frequency_value: MONTHLY.value,
    }
    const items = [{ variant_id: customer.store.variants[plan], quantity: 1, metadata }]
    const cart = await customer.fillCart(items, {
      payment: { provider_id: CARD_PROVIDER, data: { payment_method: cardOf(customer) } },
    })
    const { subscription } = await customer.http.send<{ subscription: { id: string } }>(
      `/store/carts/${cart}/subscribe`,
      { method: "POST" },
    )
    return subscription.id
  }

  /** The customer's card has no money from now on, or has again. */
  noMoney(customer: Customer, none = true): void {
    cardsWithoutMoney[none ? "add" : "delete"](cardOf(customer))
  }

  async pause(id: string): Promise<void> {
    await this.act(id, "pause", {})
  }

  async resume(id: string): Promise<void> {
    await this.act(id, "resume", { preserve_billing_anchor: true })
  }

  async cancel(id: string, effective_at: "immediately" | "end_of_cycle"): Promise<void> {
    await this.act(id, "cancel", { effective_at })
  }

  /** Changes the plan at the next renewal, which an admin has to approve. */
  async changePlan(id: string, plan: RoleName): Promise<void> {
    await this.act(id, "schedule-plan-change", {
      variant_id: this.scene.store.variants[plan],
      frequency_interval: MONTHLY.interval,
      frequency_value: MONTHLY.value,
    })
    for (const { id: cycle } of await this.scene.db<{ id: string }>("renewal_cycle").where({
      subscription_id: id,
      approval_status: "pending",
    })) {
      await this.scene.admin.send(`/admin/renewals/${cycle}/approve-changes`, {
        body: { reason: "wanted" },
      })
    }
  }

  /** The time of the renewal has come, and of one that failed again: Reorder's job runs. */
  async renew(id: string): Promise<void> {
    const { container, db } = this.scene
    await db("renewal_cycle")
      .where({ subscription_id: id })
      .whereIn("status", ["scheduled", "failed"])
      .update({ scheduled_for: new Date(Date.now() - 1000) })
    await jobOf(processRenewalCycles)(container)
  }

  /** The time of the next retry has come: Reorder's job runs. */
  async retry(id: string): Promise<void> {
    const { container, db } = this.scene
    await db("dunning_case")
      .where({ subscription_id: id })
      .whereNotNull("next_retry_at")
      .update({ next_retry_at: new Date(Date.now() - 1000) })
    await jobOf(processDunningRetries)(container)
  }

  async statusOf(id: string): Promise<string | undefined> {
    const found = await this.scene.db<{ status: string }>("subscription").where({ id }).first()
    return found?.status
  }

  async dunningOf(id: string): Promise<DunningCase> {
    const [found] = await this.scene.db<DunningCase>("dunning_case").where({ subscription_id: id })
    if (!found) {
      throw new Error(`No payment of ${id} has failed`)
    }
    return found
  }

  /** The orders that Reorder linked to the subscription. */
  async linkedOrders(id: string): Promise<string[]> {
    const query = this.scene.container.resolve("query")
    const { data } = await query.graph({
      entity: "subscription_order",
      fields: ["order_id"],
      filters: { subscription_id: id },
    })
    return data.map((link) => String((link as { order_id: unknown }).order_id))
  }

  private async act(id: string, what: string, body: object): Promise<void> {
    await this.scene.admin.send(`/admin/subscriptions/${id}/${what}`, { body })
  }
}

function cardOf({ id }: Customer): string {
  return `card of ${id}`
}

/** What was compiled to CommonJS is imported as a whole. */
function jobOf(loaded: {
  default: (container: MedusaContainer) => Promise<void>
}): (container: MedusaContainer) => Promise<void> {
  return typeof loaded === "function" ? loaded : loaded.default
}
