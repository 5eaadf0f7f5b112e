import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { answered, say, type Message } from "../../../messages"
import { DISCORD_MODULE } from "../../../modules/discord"
import { messageOf } from "../../../modules/discord/engine/deps"
import type DiscordModuleService from "../../../modules/discord/service"
import type { CustomerSignIn } from "../../../modules/discord/sign-in/sign-in.service"
import type { StoreDiscordSignIn } from "../../../types/http"
import { linkAccountWorkflow } from "../../account"
import { dropConsent, type PendingSignIn } from "./pending-sign-ins"

/**
 * Does what a sign-in means to its customer's connection, and then takes the consent out of the Auth Module: should the process die
 * in between, it is done again, and changes nothing.
 *
 * @returns null when there is no customer yet, or it could not be done now and is done by the sweep
 */
export async function completeSignIn(
  container: MedusaContainer,
  {
    provider_identity_id,
    customer_id,
    discord_user_id,
    sealed_consent,
    connected_before,
  }: PendingSignIn,
): Promise<StoreDiscordSignIn | null> {
  if (customer_id === null) {
    return null
  }
  const signIn: CustomerSignIn = { customer_id, discord_user_id, sealed_consent, connected_before }
  const { consents } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  try {
    const { counts, ...done } = await carryOut(container, signIn)
    await dropConsent(container, { provider_identity_id }, counts ? customer_id : undefined)
    return done
  } catch (error) {
    if (!isFinal(error)) {
      container
        .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
        .warn(
          `discord: the sign-in of ${customer_id} is looked at again within a minute: ${messageOf(error)}`,
        )
      return null
    }
    await consents.reportFailure({ purpose: "link_account", actor_id: customer_id }, error)
    await dropConsent(container, { provider_identity_id })
    const isTaken = hasType(error, MedusaError.Types.CONFLICT)
    return told(false, isTaken ? say("consent.account_taken") : say("consent.store_failed"))
  }
}

/** @returns what the customer is told, and whether the customer counts as connected by signing in */
async function carryOut(
  container: MedusaContainer,
  signIn: CustomerSignIn,
): Promise<StoreDiscordSignIn & { counts: boolean }> {
  const { signIns } = container.resolve<DiscordModuleService>(DISCORD_MODULE)
  const effect = await signIns.effectOf(signIn)
  switch (effect) {
    case "connect": {
      const { customer_id, discord_user_id, sealed_consent } = signIn
      const { result } = await linkAccountWorkflow(container).run({
        input: { customer_id, discord_user_id, sealed_consent },
      })
      const message = result.can_join ? say("consent.connected") : say("consent.permission_missing")
      return { ...told(true, message), counts: true }
    }
    case "renew":
      await signIns.renew(signIn)
      return { ...told(true, say("consent.connected")), counts: true }
    case "keep":
      return { ...told(true, say("consent.connected")), counts: true }
    case "other_account":
      return { ...told(false, say("sign_in.other_account")), counts: true }
    case "stays_disconnected":
      return { ...told(false, say("sign_in.stays_disconnected")), counts: true }
  }
}

function told(connected: boolean, message: Message): StoreDiscordSignIn {
  const [, reason = message.code] = message.code.split(".")
  return { connected, reason, ...answered("message", message) }
}

/** Trying again would end alike: a refusal in words, or a consent that no key of the plugin's opens. */
function isFinal(error: unknown): boolean {
  return (
    hasType(error, MedusaError.Types.CONFLICT) ||
    hasType(error, MedusaError.Types.NOT_FOUND) ||
    (typeof error === "object" && error !== null && "name" in error && error.name === "SealError")
  )
}

/** A workflow passes errors on as plain objects. */
function hasType(error: unknown, type: string): boolean {
  return typeof error === "object" && error !== null && "type" in error && error.type === type
}
