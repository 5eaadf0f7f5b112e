import type { HttpTypes } from "@medusajs/types"
import { useProductRoles, type ProductRoles } from "medusa-plugin-discord-roles/storefront/react"
import { ActButton } from "../components/act-button"
import type { Shop } from "../components/app"
import { Link } from "../components/link"
import { Notice } from "../components/notice"
import { ProductCard } from "../components/product-card"
import { go } from "../hooks/use-page"
import type { Products } from "../hooks/use-products"
import { planOffer } from "../offer.rules"
import { WORDS } from "../words"

export function ShopPage({ shop }: { shop: Shop }) {
  const { products, error, load } = shop.products
  if (error !== undefined) {
    return (
      <section className="hero">
        <Notice tone="bad" text={`The shop could not be loaded. ${error}`} />
        <button type="button" onClick={() => void load()}>
          Try again
        </button>
      </section>
    )
  }
  if (!products) return <p className="hero muted">Loading the shop …</p>
  return <Shelves shop={shop} products={products} />
}

function Shelves({ shop, products }: { shop: Shop; products: Products }) {
  const { plans, workshop } = products
  const planRoles = useProductRoles(shop.client, plans.details.id)
  const workshopRoles = useProductRoles(shop.client, workshop.details.id)
  const owned = new Set(
    shop.orders.orders?.flatMap(({ items }) => items ?? []).map((item) => item.variant_id),
  )
  return (
    <>
      <section aria-labelledby="plans">
        <div className="hero">
          <h1 id="plans">{plans.details.title}</h1>
          <p>{WORDS.lead}</p>
        </div>
        <ul className="products">
          {plans.variants.map((variant) => (
            <ProductCard
              key={variant.id}
              title={variant.title ?? ""}
              variant={variant}
              roles={rolesIn(planRoles, variant.id)}
              term="a month"
              isMine={shop.plan.plan?.variant_id === variant.id}
            >
              <PlanOffer shop={shop} plans={plans.variants} variant={variant} />
            </ProductCard>
          ))}
        </ul>
      </section>
      <ul className="products once" aria-label="Bought once">
        {workshop.variants.map((variant) => (
          <ProductCard
            key={variant.id}
            title={workshop.details.title}
            text={workshop.details.description}
            variant={variant}
            roles={rolesIn(workshopRoles, variant.id)}
            term="once"
            isMine={owned.has(variant.id)}
          >
            {owned.has(variant.id) ? (
              <strong className="state-held">You have a seat</strong>
            ) : (
              <Buy variantId={variant.id}>Book a seat</Buy>
            )}
          </ProductCard>
        ))}
      </ul>
    </>
  )
}

/** Undefined while they are not known. */
function rolesIn({ product, rolesOf }: ProductRoles, variantId: string) {
  return product && (rolesOf(variantId)?.roles ?? [])
}

interface PlanOfferProps {
  shop: Shop
  plans: HttpTypes.StoreProductVariant[]
  variant: HttpTypes.StoreProductVariant
}

function PlanOffer({ shop, plans, variant }: PlanOfferProps) {
  const ranked = plans.map(({ id }) => id)
  const { plan } = shop.plan
  if (plan === undefined) return <span className="muted">Loading …</span>
  switch (planOffer(variant.id, ranked, plan)) {
    case "buy":
      return <Buy variantId={variant.id}>Get {variant.title}</Buy>
    case "owned":
      return <strong className="state-held">Your plan</strong>
    case "coming":
      return <strong>With your next renewal</strong>
    case "upgrade": {
      const upgrade = async () => {
        await shop.plan.act({ action: "change", variant_id: variant.id })
        await shop.reload()
      }
      return (
        <ActButton className="primary" act={upgrade} onMessage={shop.onMessage}>
          Upgrade to {variant.title}
        </ActButton>
      )
    }
    case "downgrade":
    case "none":
      return <Link page="account">Change your plan</Link>
  }
}

function Buy({ variantId, children }: { variantId: string; children: React.ReactNode }) {
  return (
    <button type="button" className="primary" onClick={() => go("cart", { variant: variantId })}>
      {children}
    </button>
  )
}
