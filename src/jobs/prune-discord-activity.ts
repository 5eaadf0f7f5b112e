import { DISCORD_MODULE } from "../modules/discord"
import { choreJob } from "../modules/discord/chore/chore-job"
import type DiscordModuleService from "../modules/discord/service"

/** Forgets what happened, and what was left behind, longer ago than `activityRetentionDays`. */
export default choreJob({
  name: "activity",
  everyMs: 24 * 60 * 60_000,
  run: (container) => container.resolve<DiscordModuleService>(DISCORD_MODULE).prune(),
})

export const config = { name: "prune-discord-activity", schedule: "23 3 * * *" }
