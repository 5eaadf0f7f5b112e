import { choreJob } from "../modules/discord/chore/chore-job"
import { sweepDeletedVariantsWorkflow } from "../workflows/catalogue"

/** Retires mappings of deleted variants whose event was lost. */
export default choreJob({
  name: "deleted-variants",
  everyMs: 60 * 60_000,
  run: (container) => sweepDeletedVariantsWorkflow(container).run(),
})

export const config = { name: "sweep-discord-deleted-variants", schedule: "17 * * * *" }
