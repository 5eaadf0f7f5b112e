import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepOrdersWorkflow } from "../workflows/entitlement"

/** Finds the changes of orders that no event told of: lost in a crash, or never sent. */
export default choreJob({
  name: "orders",
  everyMs: 60_000,
  run: (container) => sweepOrdersWorkflow(container).run(),
})

export const config = { name: "sweep-discord-orders", schedule: "* * * * *" }
