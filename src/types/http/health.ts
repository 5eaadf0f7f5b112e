import type { Health } from "../../modules/discord/operations/health.rules"

/** `GET /discord/health`: 200, or 503 when the status is `down`. */
export type DiscordHealthResponse = Health
