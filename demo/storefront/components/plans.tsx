import type { HttpTypes } from "@medusajs/types"
import { useState } from "react"
import { placeOrder } from "../../shop/checkout"
import { config } from "../config"
import { sdk } from "../sdk"
import { useProduct } from "../use-product"
import { wordsOf } from "../words"
import { Notice, type Message } from "./notice"
import { PlanCard } from "./plan-card"

interface PlansProps {
  email: string | undefined
  /** Asked for by somebody who is not logged in. */
  onLogInFirst: () => void
  onMessage: (message: Message | null) => void
  onOrder: () => void
}

export function Plans({ email, onLogInFirst, onMessage, onOrder }: PlansProps) {
  const { product, error, load } = useProduct()
  const [buying, setBuying] = useState<{ variantId: string; progress: string }>()

  const buy = async ({ id: variantId, title }: HttpTypes.StoreProductVariant) => {
    if (email === undefined) return onLogInFirst()
    const tell = (progress: string) => setBuying({ variantId, progress: `${progress} …` })
    const { regionId } = config
    onMessage(null)
    try {
      const order = await placeOrder(sdk, { regionId, variantId, email, countryCode: "de" }, tell)
      onMessage({ tone: "good", text: `Order #${order.display_id} for ${title} is placed.` })
      onOrder()
    } catch (failure) {
      onMessage({ tone: "bad", text: `${title} was not bought. ${wordsOf(failure)}` })
    } finally {
      setBuying(undefined)
    }
  }

  if (error !== undefined) {
    return (
      <section className="hero">
        <Notice tone="bad" text={`The plans could not be loaded. ${error}`} />
        <button type="button" onClick={() => void load()}>
          Try again
        </button>
      </section>
    )
  }
  if (!product) return <p className="hero muted">Loading the plans …</p>
  return (
    <section aria-labelledby="product">
      <div className="hero">
        <h1 id="product">{product.details.title}</h1>
        <p>{product.details.description}</p>
      </div>
      <ul className="plans">
        {product.variants.map((variant) => (
          <PlanCard
            key={variant.id}
            variant={variant}
            roles={product.rolesOf(variant.id)}
            progress={buying?.variantId === variant.id ? buying.progress : null}
            isDisabled={buying !== undefined}
            onBuy={() => void buy(variant)}
          />
        ))}
      </ul>
    </section>
  )
}
