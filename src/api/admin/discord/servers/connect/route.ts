import { sayRefusals } from "../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AuthorizationUrlResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"
import { cookiesOf, setOAuthCookie } from "../../../../utils/pages/oauth-cookie"

/** Where to send the admin's browser to install the bot in a Discord server. */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AuthorizationUrlResponse>,
  ): Promise<void> => {
    const discord = discordOf(req.scope)
    const { url, cookie } = await discord.consents.begin(
      { purpose: "connect_server", actor_id: req.auth_context.actor_id, redirect_url: null },
      cookiesOf(req),
    )
    setOAuthCookie(res, discord.options.backendUrl, cookie)
    res.json({ authorization_url: url })
  },
)
