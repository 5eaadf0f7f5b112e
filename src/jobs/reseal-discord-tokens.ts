import { DISCORD_MODULE } from "../modules/discord"
import { choreJob } from "../modules/discord/chore/chore-job"
import type DiscordModuleService from "../modules/discord/service"

/** Seals customers' tokens with the newest key, after an operator put one in front. */
export default choreJob({
  name: "token-seals",
  everyMs: 60 * 60_000,
  run: (container) =>
    container.resolve<DiscordModuleService>(DISCORD_MODULE).accounts.seals.renew(),
})

export const config = { name: "reseal-discord-tokens", schedule: "47 * * * *" }
