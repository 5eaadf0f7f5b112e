import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { wakeSyncStep } from "../../sync/steps/wake-sync"
import { saveCartConsentStep, type ConnectCartInput } from "../steps/save-cart-consent"
import { useCartConsentStep } from "../steps/use-cart-consent"

export const connectCartWorkflowId = "discord-connect-cart"

/**
 * Keeps the consent of a guest for their cart: the order that it becomes is that Discord user's. Nothing else is, whatever
 * e-mail address the cart bears.
 */
export const connectCartWorkflow = createWorkflow(
  connectCartWorkflowId,
  (input: ConnectCartInput) => {
    const saved = saveCartConsentStep(input)
    // They may have bought while they were at Discord: then the order was read before the consent was there.
    const cart = transform({ input, saved }, ({ input }) => ({ cart_id: input.cart_id }))
    const used = useCartConsentStep(cart)
    wakeSyncStep(used)
    return new WorkflowResponse(saved)
  },
)
