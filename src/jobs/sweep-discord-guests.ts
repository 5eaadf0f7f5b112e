import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepGuestsWorkflow } from "../workflows/account"

/** Finds guests who have proven by now which customer they are. */
export default choreJob({
  name: "guests",
  everyMs: 60_000,
  run: (container) => sweepGuestsWorkflow(container).run(),
})

export const config = { name: "sweep-discord-guests", schedule: "* * * * *" }
