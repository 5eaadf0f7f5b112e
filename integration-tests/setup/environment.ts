import { discordEnv } from "../helpers/store/application"

/** Before a suite loads `medusa-config.ts`: the store it boots speaks to the sandbox. */
Object.assign(process.env, discordEnv(process.env.DISCORD_SANDBOX_URL ?? ""), {
  DISABLE_MEDUSA_ADMIN: "true",
  MEDUSA_DISABLE_TELEMETRY: "true",
  QUICK_PASSWORDS: "true",
})
