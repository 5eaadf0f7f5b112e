import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { setAuthAppMetadataStep } from "@medusajs/medusa/core-flows"
import { completeSignInStep } from "../steps/complete-sign-in"
import { getJoinableIdentityStep, type JoinSignInInput } from "../steps/get-joinable-identity"

export const joinSignInWorkflowId = "discord-join-sign-in"

/**
 * Lets a customer sign in with a Discord account, besides how they have so far, and connects them by the consent that they gave with it.
 *
 * @see https://docs.medusajs.com/resources/commerce-modules/auth/link-provider-identity
 */
export const joinSignInWorkflow = createWorkflow(joinSignInWorkflowId, (input: JoinSignInInput) => {
  const identity = getJoinableIdentityStep(input)
  when({ identity }, ({ identity }) => !identity.joined).then(() => {
    setAuthAppMetadataStep(
      transform({ input }, ({ input }) => ({
        authIdentityId: input.auth_identity_id,
        actorType: "customer",
        value: input.customer_id,
      })),
    )
  })
  return new WorkflowResponse(completeSignInStep(input))
})
