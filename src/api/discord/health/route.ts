import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DiscordHealthResponse } from "../../../types/http"
import { discordOf } from "../../utils/discord"

/**
 * For a probe. 503 only when the database does not answer: nothing else is mended by taking the process away, and least of all a
 * Discord that is down.
 */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<DiscordHealthResponse>,
): Promise<void> => {
  const health = await discordOf(req.scope).health.read()
  res.status(health.status === "down" ? 503 : 200).json(health)
}
