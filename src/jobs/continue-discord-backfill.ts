import { choreJob } from "../modules/discord/chore/chore-job"
import { backfillOrdersWorkflow } from "../workflows/sync"

/** Goes on with an order backfill whose process died, from where it was left. */
export default choreJob({
  name: "backfill",
  everyMs: 60_000,
  mayTakeHours: true,
  run: (container) => backfillOrdersWorkflow(container).run(),
})

export const config = { name: "continue-discord-backfill", schedule: "* * * * *" }
