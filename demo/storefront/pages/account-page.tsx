import type { Shop } from "../components/app"
import { BuyerForm, type Buyer } from "../components/buyer-form"
import { DiscordCard } from "../components/discord/discord-card"
import { Link } from "../components/link"
import { Notice } from "../components/notice"
import { PlanCard } from "../components/plan-card"
import { TimeMachine } from "../components/time-machine"
import { dateText, priceText } from "../format"

export function AccountPage({ shop }: { shop: Shop }) {
  const { customer } = shop.session
  if (customer === undefined) return <p className="hero muted">Loading …</p>
  return customer ? <Account shop={shop} email={customer.email} /> : <SignIn shop={shop} />
}

function SignIn({ shop }: { shop: Shop }) {
  const enter = async (buyer: Buyer) => {
    if (buyer.kind === "new") await shop.session.signUp(buyer)
    if (buyer.kind === "known") await shop.session.logIn(buyer)
  }
  return (
    <>
      <div className="hero">
        <h1>Sign in</h1>
      </div>
      <section className="card checkout" aria-label="Account">
        <BuyerForm
          kinds={["new", "known"]}
          buttonOf={(kind) => (kind === "new" ? "Sign up" : "Sign in")}
          onSubmit={enter}
        />
      </section>
    </>
  )
}

function Account({ shop, email }: { shop: Shop; email: string }) {
  const { plan, error } = shop.plan
  const { orders } = shop.orders
  const { products } = shop.products
  return (
    <>
      <div className="hero">
        <h1>Account</h1>
        <p>
          Signed in as <strong>{email}</strong>{" "}
          <button type="button" className="link" onClick={() => void shop.session.logOut()}>
            Sign out
          </button>
        </p>
      </div>
      {error !== undefined && <Notice tone="bad" text={error} />}
      <div className="panels">
        <div className="stack">
          {plan && products && (
            <>
              <PlanCard shop={shop} plan={plan} variants={products.plans.variants} />
              <TimeMachine shop={shop} plan={plan} />
            </>
          )}
          {plan === null && (
            <section className="card" aria-labelledby="no-plan">
              <h2 id="no-plan">No plan</h2>
              <Link page="shop">Choose one</Link>
            </section>
          )}
        </div>
        <DiscordCard shop={shop} />
        <section className="card" aria-labelledby="orders">
          <h2 id="orders">Orders</h2>
          {orders?.length === 0 && <p className="muted">None yet.</p>}
          <ul className="held">
            {orders?.map((order) => (
              <li key={order.id}>
                <span>
                  #{order.display_id} {order.items?.map((item) => item.variant_title).join(", ")}
                  <span className="muted"> {dateText(String(order.created_at))}</span>
                </span>
                <span>{priceText(order.total, order.currency_code)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
