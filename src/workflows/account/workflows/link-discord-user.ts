import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { adoptGuestsStep } from "../steps/adopt-guests"
import { getCustomerStep } from "../steps/get-customer"
import { linkDiscordUserStep } from "../steps/link-discord-user"

/** Which Discord user an admin links a customer to. */
export interface LinkDiscordUserInput {
  customer_id: string
  /** Discord's id of the user. */
  discord_user_id: string
  /** The admin user who says so. */
  actor_id: string
}

export const linkDiscordUserWorkflowId = "discord-link-discord-user"

/**
 * Links a customer to a Discord user whom an admin names, without a consent of theirs: roles are given where they are a
 * member already.
 *
 * Hook `discordUserLinked({ customer_id, account_id })` runs once the link is stored; if it throws, the link ends again.
 */
export const linkDiscordUserWorkflow = createWorkflow(
  linkDiscordUserWorkflowId,
  (input: LinkDiscordUserInput) => {
    const customer = getCustomerStep(input)
    const linked = linkDiscordUserStep(
      transform({ input, customer }, ({ input, customer }) => ({ ...input, ...customer })),
    )
    const discordUserLinked = createHook(
      "discordUserLinked",
      transform({ input, linked }, ({ input, linked }) => ({
        customer_id: input.customer_id,
        account_id: linked.account_id,
      })),
    )
    const server_ids = adoptGuestsStep(
      transform({ input, linked }, ({ input, linked }) => ({
        customer_id: input.customer_id,
        server_ids: linked.server_ids,
      })),
    )
    wakeSyncStep({ server_ids })
    return new WorkflowResponse(linked, { hooks: [discordUserLinked] })
  },
)
