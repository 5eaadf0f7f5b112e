import { DISCORD_MODULE } from "../modules/discord"
import { choreJob } from "../modules/discord/chore/chore-job"
import type DiscordModuleService from "../modules/discord/service"
import { SWEEP } from "../modules/discord/chore/chores.rules"

/** Finds what no wake told of: work of a process that died, ends of access that only the clock knows. */
export default choreJob({
  name: SWEEP,
  everyMs: 60_000,
  run: (container) => container.resolve<DiscordModuleService>(DISCORD_MODULE).sweep(),
})

export const config = { name: "sweep-discord", schedule: "* * * * *" }
