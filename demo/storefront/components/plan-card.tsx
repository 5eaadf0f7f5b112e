import type { HttpTypes } from "@medusajs/types"
import { dateText } from "../format"
import { planOffer } from "../offer.rules"
import type { StoreSubscription } from "../../store/src/types"
import { WORDS } from "../words"
import { ActButton } from "./act-button"
import type { Shop } from "./app"
import { variantPrice } from "./product-card"

interface PlanCardProps {
  shop: Shop
  plan: StoreSubscription
  /** The cheapest first. */
  variants: HttpTypes.StoreProductVariant[]
}

/** The customer's plan, and everything they may do with it. */
export function PlanCard({ shop, plan, variants }: PlanCardProps) {
  const titleOf = (id: string) => variants.find((variant) => variant.id === id)?.title ?? "Plan"
  const ranked = variants.map(({ id }) => id)
  const act = (action: Parameters<Shop["plan"]["act"]>[0]) => async () => {
    await shop.plan.act(action)
    await shop.reload()
  }
  const button = { onMessage: shop.onMessage }
  const title = titleOf(plan.variant_id)
  return (
    <section className="card" aria-labelledby="my-plan">
      <h2 id="my-plan">My plan: {title}</h2>
      <p>{standing(plan)}</p>
      {plan.next_variant_id !== null && (
        <p>
          {titleOf(plan.next_variant_id)} {WORDS.downgrade}
        </p>
      )}
      <div className="actions">
        {plan.status === "failed" && (
          <ActButton {...button} className="primary" act={act({ action: "pay" })}>
            Pay now
          </ActButton>
        )}
        {plan.status === "canceled" && (
          <ActButton {...button} className="primary" act={act({ action: "resume" })}>
            Keep {title}
          </ActButton>
        )}
        {variants.map((variant) => {
          const offer = planOffer(variant.id, ranked, plan)
          if (offer !== "upgrade" && offer !== "downgrade") return null
          const { id } = variant
          return (
            <ActButton
              key={id}
              {...button}
              className={offer === "upgrade" ? "primary" : ""}
              act={act({ action: "change", variant_id: id })}
            >
              {offer === "upgrade" ? "Upgrade" : "Downgrade"} to {variant.title},{" "}
              {variantPrice(variant)}
            </ActButton>
          )
        })}
        {plan.next_variant_id !== null && (
          <ActButton {...button} act={act({ action: "change", variant_id: plan.variant_id })}>
            Stay with {title}
          </ActButton>
        )}
        {plan.status === "active" && (
          <ActButton {...button} className="danger" act={act({ action: "cancel" })}>
            Cancel plan
          </ActButton>
        )}
      </div>
    </section>
  )
}

function standing({ status, next_order_date, expiration_date }: StoreSubscription): string {
  if (status === "failed") return "The last renewal could not be charged, so the roles rest."
  return next_order_date === null
    ? `Canceled. You keep it until ${dateText(expiration_date)}.`
    : `Renews on ${dateText(next_order_date)}.`
}
