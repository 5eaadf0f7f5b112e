import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordApplicationResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { inWords } from "../../../utils/in-words"

/** Holds the plugin's options against what Discord says of the application. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDiscordApplicationResponse>,
): Promise<void> => {
  res.json(await discordOf(req.scope).desk.readApplication().catch(inWords("token")))
}
