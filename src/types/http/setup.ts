import type { OptionsInForce } from "../../modules/discord/application/options-in-force.rules"
import type { SetupProgress } from "../../modules/discord/application/setup-progress.rules"

/** How far the way has come from nothing to the first member served, from what is stored and last seen. */
export type AdminDiscordSetupProgress = SetupProgress

/** The options of `medusa-config.ts` that a shopkeeper may want to know; never a secret. */
export type AdminDiscordOptions = OptionsInForce

/** `GET /admin/discord/setup`: asks Discord nothing. */
export interface AdminDiscordSetupResponse {
  progress: AdminDiscordSetupProgress
  options: AdminDiscordOptions
}
