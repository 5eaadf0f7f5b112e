import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { deauthorizeAccountWorkflow } from "../../../workflows/account"
import { discordOf } from "../../utils/discord"
import { sayRefusals } from "../../utils/say-refusals"

const NOTHING = Buffer.alloc(0)

/**
 * What Discord tells of users and of the application. It is answered once all is stored: Discord waits three seconds, and sends
 * again what is not answered.
 *
 * @see https://docs.discord.com/developers/events/webhook-events
 */
export const POST = sayRefusals(async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const meaning = discordOf(req.scope).webhooks.read({
    body: (req.rawBody as Buffer | undefined) ?? NOTHING,
    signature: req.get("x-signature-ed25519") ?? "",
    timestamp: req.get("x-signature-timestamp") ?? "",
  })
  if (meaning.kind === "deauthorized") {
    const { kind: _kind, ...input } = meaning
    await deauthorizeAccountWorkflow(req.scope).run({ input })
  } else if (meaning.kind === "ignored") {
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.debug(`discord: nothing to do about a webhook event ${JSON.stringify(meaning.type)}`)
  }
  // Discord wants a type of the content, though there is none.
  res.status(204).type("application/json").end()
})
