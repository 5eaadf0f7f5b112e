import { DISCORD_MODULE } from "../modules/discord"
import { choreJob } from "../modules/discord/chore/chore-job"
import type DiscordModuleService from "../modules/discord/service"

/** Looks whether what an admin had to mend in Discord has been mended, and goes on with the work that was kept. */
export default choreJob({
  name: "heal",
  everyMs: 60_000,
  run: (container) => container.resolve<DiscordModuleService>(DISCORD_MODULE).engine.heal(),
})

export const config = { name: "heal-discord", schedule: "* * * * *" }
