import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { deauthorizeAccountStep } from "../steps/deauthorize-account"

/** What Discord told of a user who removed the application. */
export interface DeauthorizeAccountInput {
  /** Discord's id of the user. */
  discord_user_id: string
  /** When, ISO time: a consent given later stands. */
  occurred_at: string
  /** The same each time that Discord tells it: it is carried out once. */
  event_key: string
}

export const deauthorizeAccountWorkflowId = "discord-deauthorize-account"

/**
 * A Discord user removed the application in Discord: their tokens are forgotten, and the customer is asked to connect again.
 *
 * Hook `accountDeauthorized({ discord_user_id, account_id })` runs then; `account_id` is null when nothing was left to forget.
 */
export const deauthorizeAccountWorkflow = createWorkflow(
  deauthorizeAccountWorkflowId,
  (input: DeauthorizeAccountInput) => {
    const account_id = deauthorizeAccountStep(input)
    const accountDeauthorized = createHook(
      "accountDeauthorized",
      transform({ input, account_id }, ({ input, account_id }) => ({
        discord_user_id: input.discord_user_id,
        account_id,
      })),
    )
    return new WorkflowResponse(account_id, { hooks: [accountDeauthorized] })
  },
)
