import { refused } from "../../../modules/discord/refused"
import { say, sayAll } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { readSubscription } from "../../../modules/discord/subscription/subscription-reader.service"
import { discordOf, factsOf, findSource } from "../utils/subscription-source"

export interface SyncSubscriptionEntitlementsInput {
  /** The source's name in the option `subscriptions`. */
  source: string
  /** Id of the subscription in its own module. */
  id: string
  /** Whether it is known to have been deleted: then that there is no record ends it. */
  deleted?: boolean | undefined
}

/**
 * Reads a subscription and makes the stored entitlements what it says. Needs no compensation: they are a projection of the
 * subscription, and it still says so.
 *
 * @throws MedusaError for a record that cannot be read or understood; what was given before stays
 */
export const refreshSubscriptionEntitlementsStep = createStep(
  "discord-refresh-subscription-entitlements",
  async ({ source: name, id, deleted }: SyncSubscriptionEntitlementsInput, { container }) => {
    const discord = discordOf(container)
    const source = findSource(container, name)
    const reading = await readSubscription(container, source, id)
    switch (reading.kind) {
      case "understood":
        return new StepResponse(
          await discord.entitlements.refresh(factsOf(source, id, reading.readings)),
        )
      case "not_found":
        if (deleted) {
          return new StepResponse(
            await discord.entitlements.refresh({
              ...factsOf(source, id, []),
              gone_reason: "subscription_deleted",
            }),
          )
        }
        throw refused(
          MedusaError.Types.NOT_FOUND,
          say("subscription.not_found", { id, source: name }),
        )
      case "not_understood":
        if (!reading.young) {
          await discord.sourceFailures.report(`subscription ${id}`, reading.problems)
        }
        throw refused(MedusaError.Types.INVALID_DATA, sayAll(reading.problems))
    }
  },
)
