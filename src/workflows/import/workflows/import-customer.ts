import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { linkDiscordUserWorkflow, type LinkDiscordUserInput } from "../../account"
import { grantEntitlementWorkflow, type GrantEntitlementInput } from "../../entitlement"

/** What one row of an import asks for; null = not that. */
export interface ImportCustomerInput {
  link: LinkDiscordUserInput | null
  grant: GrantEntitlementInput | null
}

export const importCustomerWorkflowId = "discord-import-customer"

/** Links a customer, gives them access, or both: all of it or nothing, with the hooks of the two. */
export const importCustomerWorkflow = createWorkflow(
  importCustomerWorkflowId,
  (input: ImportCustomerInput) => {
    when("discord-import-links", { input }, ({ input }) => input.link !== null).then(() => {
      linkDiscordUserWorkflow.runAsStep({ input: input.link as LinkDiscordUserInput })
    })
    when("discord-import-grants", { input }, ({ input }) => input.grant !== null).then(() => {
      grantEntitlementWorkflow.runAsStep({ input: input.grant as GrantEntitlementInput })
    })
    return new WorkflowResponse(input)
  },
)
