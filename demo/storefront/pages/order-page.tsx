import type { HttpTypes } from "@medusajs/types"
import { useEffect, useState } from "react"
import type { Shop } from "../components/app"
import { DiscordCard } from "../components/discord/discord-card"
import { LetterCard } from "../components/letter-card"
import { Link } from "../components/link"
import { Notice } from "../components/notice"
import { priceText } from "../format"
import { useLetters } from "../hooks/use-letters"
import { sdk } from "../sdk"
import { WORDS } from "../words"

/** What was bought, and the last step to its roles right beside it. */
export function OrderPage({ shop, orderId }: { shop: Shop; orderId: string }) {
  const [order, setOrder] = useState<HttpTypes.StoreOrder | null>()
  useEffect(() => {
    sdk.store.order.retrieve(orderId).then(
      (found) => setOrder(found.order),
      () => setOrder(null),
    )
  }, [orderId])
  const { customer } = shop.session
  if (order === null) return <Notice tone="bad" text={WORDS.orderUnknown} />
  if (!order || customer === undefined) return <p className="hero muted">Loading …</p>
  return (
    <>
      <div className="hero">
        <h1>Thank you</h1>
        <p>
          Order #{order.display_id} for {order.items?.map(titleOf).join(", ")} is placed:{" "}
          {priceText(order.total, order.currency_code)}.
        </p>
      </div>
      {customer ? <DiscordCard shop={shop} /> : <GuestsLetter orderId={order.id} />}
    </>
  )
}

/** A guest's link comes by mail, so that only the owner of the address has it; here the mail is shown as well. */
function GuestsLetter({ orderId }: { orderId: string }) {
  const { letters, error } = useLetters()
  const letter = letters?.find((each) => each.order_id === orderId)
  return (
    <div className="stack">
      <p>{WORDS.guestMail}</p>
      {error !== undefined && <Notice tone="bad" text={error} />}
      {letter ? <LetterCard letter={letter} /> : <p className="muted">{WORDS.guestMailLater}</p>}
      <Link page="mail">Open the mailbox</Link>
    </div>
  )
}

function titleOf(item: HttpTypes.StoreOrderLineItem): string {
  return `${item.product_title}: ${item.variant_title}`
}
