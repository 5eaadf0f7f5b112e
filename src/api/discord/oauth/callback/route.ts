import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { CONSENT_WORDS } from "../../../../modules/discord/domain/consent-words"
import type { Authorization } from "../../../../modules/discord/security/authorizations"
import type { DiscordConsentEnding, DiscordConsentMessage } from "../../../../types/http"
import { linkAccountWorkflow } from "../../../../workflows/account"
import { claimOrderWorkflow } from "../../../../workflows/claim"
import { connectServerWorkflow } from "../../../../workflows/server"
import type { ConnectServerInput } from "../../../../workflows/server/steps/connect-server"
import { discordOf } from "../../../utils/discord"
import { isMedusaError, wordsOf } from "../../../utils/error-words"
import { sendPage } from "../../../utils/page"
import { withQuery } from "../../../utils/redirects"
import { discordCallbackParams, type DiscordCallback } from "./validators"

/** How an authorisation ended, as the page the browser returns to is told in `?discord=`. */
type Ending = DiscordConsentEnding

/** Discord sends the browser back here. A link that cannot be trusted redirects nowhere. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  // Access logs write down a request's address once it is answered: the code in it is nobody else's business.
  req.originalUrl = req.path
  const query = discordCallbackParams.safeParse(req.query)
  if (!query.success) {
    sendPage(res, 400, {
      title: "This is not a Discord link",
      text: "The address is incomplete. Please start again from the store.",
    })
    return
  }
  const cookies = req.cookies as Record<string, string | undefined>
  let authorization: Authorization
  try {
    authorization = await discordOf(req.scope).completeAuthorization(query.data.state, cookies)
  } catch (error) {
    const text = wordsOf(error)
    sendPage(res, 400, { title: TITLE.failed, text, message: messageOf("failed", text) })
    return
  }
  const { ending, text } = await carryOut(req, query.data, authorization)
  if (authorization.redirect_url) {
    const page = withQuery(authorization.redirect_url, { discord: ending, discord_message: text })
    res.redirect(302, page)
    return
  }
  sendPage(res, STATUS[ending], { title: TITLE[ending], text, message: messageOf(ending, text) })
}

/** For the window that opened this one, if it was a dashboard. */
function messageOf(ending: Ending, text: string): DiscordConsentMessage {
  return { source: "medusa-plugin-discord-roles", ending, text }
}

const STATUS: Record<Ending, number> = {
  connected: 200,
  already_connected: 200,
  declined: 200,
  conflict: 409,
  failed: 400,
}

const TITLE: Record<Ending, string> = {
  connected: "Discord server connected",
  already_connected: "Discord server connected already",
  declined: "Nothing was changed",
  conflict: "Discord was not connected",
  failed: "Discord was not connected",
}

async function carryOut(
  req: MedusaRequest,
  { code, error }: DiscordCallback,
  authorization: Authorization,
): Promise<{ ending: Ending; text: string }> {
  if (error !== undefined || code === undefined) {
    return {
      ending: "declined",
      text: "Discord was not allowed to connect. You can start again at any time.",
    }
  }
  const { purpose, actor_id, verifier } = authorization
  try {
    switch (purpose) {
      case "link_account":
        await linkAccountWorkflow(req.scope).run({
          input: { customer_id: actor_id, code, verifier },
        })
        return { ending: "connected", text: "Discord is connected." }
      case "claim_order":
        await claimOrderWorkflow(req.scope).run({ input: { claim_id: actor_id, code, verifier } })
        return { ending: "connected", text: "Discord is connected to your order." }
      case "connect_server":
        return await connectServer(req, { actor_id, code, verifier })
    }
  } catch (failure) {
    const text = wordsOf(failure)
    const isConflict = isMedusaError(failure) && failure.type === MedusaError.Types.CONFLICT
    if (!isConflict) {
      req.scope
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`discord: ${purpose} was not completed: ${text}`)
    }
    return { ending: isConflict ? "conflict" : "failed", text }
  }
}

async function connectServer(
  req: MedusaRequest,
  input: ConnectServerInput,
): Promise<{ ending: Ending; text: string }> {
  const { result } = await connectServerWorkflow(req.scope).run({ input })
  return result.already_connected
    ? { ending: "already_connected", text: CONSENT_WORDS.already_connected(result.name) }
    : { ending: "connected", text: CONSENT_WORDS.connected(result.name) }
}
