import type { StoreSubscription } from "../../store/src/types"
import { WORDS } from "../words"
import { ActButton } from "./act-button"
import type { Shop } from "./app"

/** What a month would bring, now. */
export function TimeMachine({ shop, plan }: { shop: Shop; plan: StoreSubscription }) {
  const pass = (is_declined: boolean) => async () => {
    await shop.plan.act({ action: "let_a_month_pass", is_declined })
    await shop.reload()
  }
  if (plan.status === "failed") return null
  return (
    <section className="card machine" aria-labelledby="time-machine">
      <h2 id="time-machine">Time machine</h2>
      <p className="muted">{WORDS.timeMachine}</p>
      <div className="actions">
        <ActButton onMessage={shop.onMessage} act={pass(false)}>
          A month passes
        </ActButton>
        {plan.status === "active" && (
          <ActButton onMessage={shop.onMessage} act={pass(true)}>
            A month passes, and the card is declined
          </ActButton>
        )}
      </div>
    </section>
  )
}
