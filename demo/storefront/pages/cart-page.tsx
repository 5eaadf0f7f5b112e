import type { HttpTypes } from "@medusajs/types"
import { useProductRoles } from "medusa-plugin-discord-roles/storefront/react"
import { useState } from "react"
import { buyOnce, payFor, subscribe } from "../../shop/checkout"
import { ActButton } from "../components/act-button"
import type { Shop } from "../components/app"
import { BuyerForm, type Buyer } from "../components/buyer-form"
import { BeforePaying } from "../components/discord/before-paying"
import { Link } from "../components/link"
import { Notice } from "../components/notice"
import { Gives } from "../components/product-card"
import { priceText, wordsOf } from "../format"
import { useCart } from "../hooks/use-cart"
import { go } from "../hooks/use-page"
import { sdk } from "../sdk"
import { WORDS } from "../words"

export function CartPage({ shop, variantId }: { shop: Shop; variantId: string }) {
  const { cart, error } = useCart(variantId)
  if (error !== undefined) return <Notice tone="bad" text={error} />
  return (
    <>
      <div className="hero">
        <h1>Checkout</h1>
      </div>
      {cart && shop.session.customer !== undefined && <Checkout shop={shop} cart={cart} />}
    </>
  )
}

function Checkout({ shop, cart }: { shop: Shop; cart: HttpTypes.StoreCart }) {
  const [refusal, setRefusal] = useState<string>()
  const { customer } = shop.session
  const { products } = shop.products
  const [item] = cart.items ?? []
  const { product, rolesOf } = useProductRoles(shop.client, item?.product_id ?? "")
  const gives = rolesOf(item?.variant_id ?? "")
  const isPlan = products?.plans.variants.some(({ id }) => id === item?.variant_id) ?? false
  const price = priceText(cart.total, cart.currency_code)
  const title = isPlan ? (item?.variant_title ?? "") : (item?.product_title ?? "")

  const pay = async (email: string) => {
    setRefusal(undefined)
    try {
      await sdk.store.cart.update(cart.id, { email, billing_address: { country_code: "de" } })
      const order = await payFor(sdk, cart, isPlan ? subscribe : buyOnce)
      go("order", { id: order.id })
      await shop.reload()
    } catch (failure) {
      setRefusal(wordsOf(failure))
    }
  }
  const signInAndPay = async (buyer: Buyer) => {
    if (buyer.kind === "guest") return pay(buyer.email)
    await (buyer.kind === "new" ? shop.session.signUp(buyer) : shop.session.logIn(buyer))
    await sdk.store.cart.transferCart(cart.id)
    await pay(buyer.email)
  }

  return (
    <section className="card checkout" aria-label="Your cart">
      <h2>
        {title}, {price} {isPlan ? "a month" : "once"}
      </h2>
      <Gives title={title} roles={product && (gives?.roles ?? [])} />
      {customer && <BeforePaying client={shop.client} todo={gives?.todo} />}
      {refusal !== undefined && <Notice tone="bad" text={refusal} />}
      {customer ? (
        <>
          <p>
            For <strong>{customer.email}</strong>
          </p>
          <ActButton className="primary" act={() => pay(customer.email)} onMessage={shop.onMessage}>
            Pay {price}
          </ActButton>
        </>
      ) : (
        <>
          {isPlan && <p className="muted">{WORDS.planNeedsAccount}</p>}
          <BuyerForm
            kinds={isPlan ? ["new", "known"] : ["guest", "new", "known"]}
            buttonOf={(kind) => (kind === "new" ? `Sign up and pay ${price}` : `Pay ${price}`)}
            onSubmit={signInAndPay}
          />
        </>
      )}
      <Link page="shop">Back to the shop</Link>
    </section>
  )
}
