import { createDiscordClient } from "medusa-plugin-discord-roles/storefront"
import { useDiscordStatus } from "medusa-plugin-discord-roles/storefront/react"
import { useCallback, useMemo, useRef, useState } from "react"
import { useCustomer } from "../hooks/use-customer"
import { useOrders } from "../hooks/use-orders"
import { usePage } from "../hooks/use-page"
import { usePlan } from "../hooks/use-plan"
import { useProducts } from "../hooks/use-products"
import { AccountPage } from "../pages/account-page"
import { CartPage } from "../pages/cart-page"
import { MailPage } from "../pages/mail-page"
import { OrderPage } from "../pages/order-page"
import { ShopPage } from "../pages/shop-page"
import { SignInPage } from "../pages/sign-in-page"
import { takeReturnMessage } from "../return-message"
import { sdk } from "../sdk"
import { Bar } from "./bar"
import { DiscordPane } from "./discord/discord-pane"
import { Notice, type Message } from "./notice"

const returned = takeReturnMessage()

/** Everything that the pages share: who is here, what they have, what the shop sells. */
function useShop(onMessage: (message: Message | null) => void) {
  const session = useCustomer()
  const customerId = session.customer?.id
  const products = useProducts()
  const plan = usePlan(customerId)
  const orders = useOrders(customerId)
  // Another one for another customer: then the hooks ask again.
  const client = useMemo(() => createDiscordClient(sdk), [customerId])
  const discord = useDiscordStatus(client, { enabled: customerId !== undefined })
  const theirs = useRef({ customerId, plan, orders, discord })
  theirs.current = { customerId, plan, orders, discord }
  /** After something that changed what the customer has, who may have signed in only while it went on. */
  const reload = useCallback(async () => {
    const { customerId, plan, orders, discord } = theirs.current
    if (customerId === undefined) return
    await Promise.all([plan.reload(), orders.reload(), discord.refetch()])
  }, [])
  return { session, products, plan, orders, client, discord, reload, onMessage }
}

export type Shop = ReturnType<typeof useShop>

export function App() {
  const [message, setMessage] = useState<Message | null>(returned)
  const shop = useShop(setMessage)
  const { page, query } = usePage()

  return (
    <>
      <Bar page={page} customer={shop.session.customer} />
      <div className="columns">
        <main>
          {message && (
            <div className="top">
              <Notice {...message} onClose={() => setMessage(null)} />
            </div>
          )}
          {page === "shop" && <ShopPage shop={shop} />}
          {page === "cart" && <CartPage shop={shop} variantId={query.get("variant") ?? ""} />}
          {page === "order" && <OrderPage shop={shop} orderId={query.get("id") ?? ""} />}
          {page === "account" && <AccountPage shop={shop} />}
          {page === "mail" && <MailPage />}
          {page === "signIn" && <SignInPage shop={shop} />}
        </main>
        <DiscordPane me={shop.discord.status?.account?.discord_user_id} />
      </div>
    </>
  )
}
