import { choreJob } from "../modules/discord/chore/chore-job"
import { takeBackRolesWorkflow } from "../workflows/server"

/** Takes back what tests of roles gave and could not take back themselves. */
export default choreJob({
  name: "tested-roles",
  everyMs: 60_000,
  run: (container) => takeBackRolesWorkflow(container).run(),
})

export const config = { name: "take-back-discord-roles", schedule: "* * * * *" }
