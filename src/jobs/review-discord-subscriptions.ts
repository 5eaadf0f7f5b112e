import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepSubscriptionsWorkflow } from "../workflows/entitlement"

/** Looks at every subscription again: for what changes without its record, such as a link. */
export default choreJob({
  name: "subscription-review",
  everyMs: 60 * 60_000,
  mayTakeHours: true,
  run: (container) => sweepSubscriptionsWorkflow(container).run({ input: { full: true } }),
})

export const config = { name: "review-discord-subscriptions", schedule: "13 * * * *" }
