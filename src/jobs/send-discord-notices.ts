import { choreJob } from "../modules/discord/chore/chore-job"
import { sendNoticesWorkflow } from "../workflows/server"

/** Tells admins of servers that need them, and when they do not any more. */
export default choreJob({
  name: "incidents",
  everyMs: 60_000,
  run: (container) => sendNoticesWorkflow(container).run(),
})

export const config = { name: "send-discord-notices", schedule: "* * * * *" }
