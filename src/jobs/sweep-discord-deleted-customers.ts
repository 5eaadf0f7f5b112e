import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepDeletedCustomersWorkflow } from "../workflows/customer"

/** Erases deleted customers whose event was lost. */
export default choreJob({
  name: "deleted-customers",
  everyMs: 5 * 60_000,
  run: (container) => sweepDeletedCustomersWorkflow(container).run(),
})

export const config = { name: "sweep-discord-deleted-customers", schedule: "*/5 * * * *" }
