import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepSignInsWorkflow } from "../workflows/sign-in"

/** Finds sign-ins that a process left half-way. */
export default choreJob({
  name: "sign-ins",
  everyMs: 60_000,
  run: (container) => sweepSignInsWorkflow(container).run(),
})

export const config = { name: "sweep-discord-sign-ins", schedule: "* * * * *" }
