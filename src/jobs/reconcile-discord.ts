import { DISCORD_MODULE } from "../modules/discord"
import { choreJob } from "../modules/discord/chore/chore-job"
import type DiscordModuleService from "../modules/discord/service"

/** Compares the members of each server with what they bought, once a night; and goes on with what a process has left. */
export default choreJob({
  name: "reconcile",
  everyMs: 60_000,
  run: async (container) => {
    const { reconciles } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    await reconciles.beginDue()
    await reconciles.takeUp()
  },
})

export const config = { name: "reconcile-discord", schedule: "* * * * *" }
