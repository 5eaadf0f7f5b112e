import { answeredFinding } from "../../../../messages"
import { sayRefusals } from "../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordApplicationResponse } from "../../../../types/http"
import { discordOf } from "../../../utils/discord"
import { readSignInFacts } from "../../../../workflows/sign-in/utils/sign-in-facts"

/** Holds the plugin's options against what Discord says of the application; what the database knows is told while Discord is down. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminDiscordApplicationResponse>,
  ): Promise<void> => {
    const signIn = await readSignInFacts(req.scope)
    const application = await discordOf(req.scope).application.retrieve(signIn)
    res.json({ ...application, checks: application.checks.map(answeredFinding) })
  },
)
