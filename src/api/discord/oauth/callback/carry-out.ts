import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { say, type Message } from "../../../../messages"
import {
  describeReason,
  type ConsentReason,
} from "../../../../modules/discord/consent/consent-words.rules"
import type { Authorization } from "../../../../modules/discord/consent/authorizations.service"
import type { DiscordConsentEnding } from "../../../../types/http"
import { linkAccountWorkflow } from "../../../../workflows/account"
import { connectCartWorkflow } from "../../../../workflows/cart"
import { claimOrderWorkflow } from "../../../../workflows/claim"
import { connectServerWorkflow } from "../../../../workflows/server"
import { discordOf } from "../../../utils/discord"
import { adminWordsOf, isMedusaError, reasonOf } from "../../../utils/error-words"
import type { DiscordCallback } from "./validators"

/** How an authorisation ended. */
export interface Ended {
  /** As the page the browser returns to is told in `?discord=`. */
  ending: DiscordConsentEnding
  /** The same, exactly: `?discord_reason=`. */
  reason: ConsentReason
  /** For the admin who sees a page of our own. */
  text: Message
  /** Who is connected now, and as which account; null when nobody is. */
  owner: { customer_id: string; account_id: string } | null
}

/** Discord's word for somebody who said no. */
const DECLINED = "access_denied"

/** Does what the consent was asked for. */
export async function carryOut(
  req: MedusaRequest,
  { code, error }: DiscordCallback,
  { purpose, actor_id, verifier }: Authorization,
): Promise<Ended> {
  if (code === undefined) {
    return error === undefined || error === DECLINED
      ? ended("declined", "declined")
      : ended("failed", "discord_refused")
  }
  const consent = { code, verifier }
  try {
    switch (purpose) {
      case "link_account": {
        const { result } = await linkAccountWorkflow(req.scope).run({
          input: { customer_id: actor_id, ...consent },
        })
        const { account_id, can_join } = result
        return {
          ...ended("connected", can_join ? "connected" : "permission_missing"),
          owner: { customer_id: actor_id, account_id },
        }
      }
      case "claim_order": {
        const { result } = await claimOrderWorkflow(req.scope).run({
          input: { claim_id: actor_id, ...consent },
        })
        const { customer_id, account_id, can_join } = result
        return {
          ...ended("connected", can_join ? "order_connected" : "permission_missing"),
          owner: { customer_id, account_id },
        }
      }
      case "connect_cart": {
        const { result } = await connectCartWorkflow(req.scope).run({
          input: { cart_id: actor_id, ...consent },
        })
        return ended("connected", result.can_join ? "cart_connected" : "permission_missing")
      }
      case "connect_server": {
        const { result } = await connectServerWorkflow(req.scope).run({
          input: { actor_id, ...consent },
        })
        const ending = result.already_connected ? "already_connected" : "connected"
        return {
          ending,
          reason: "connected",
          text: say(`consent.server_${ending}`, { server: result.name }),
          owner: null,
        }
      }
    }
  } catch (failure) {
    await discordOf(req.scope).consents.reportFailure({ purpose, actor_id }, failure)
    const isConflict = isMedusaError(failure) && failure.type === MedusaError.Types.CONFLICT
    return {
      ending: isConflict ? "conflict" : "failed",
      reason: reasonOf(failure),
      text: adminWordsOf(failure),
      owner: null,
    }
  }
}

function ended(ending: DiscordConsentEnding, reason: ConsentReason): Ended {
  return { ending, reason, text: describeReason(reason), owner: null }
}
