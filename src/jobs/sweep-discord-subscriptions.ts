import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepSubscriptionsWorkflow } from "../workflows/entitlement"

/** Finds the changes of subscriptions that no event told of. */
export default choreJob({
  name: "subscriptions",
  everyMs: 60_000,
  run: (container) => sweepSubscriptionsWorkflow(container).run({ input: { full: false } }),
})

export const config = { name: "sweep-discord-subscriptions", schedule: "* * * * *" }
