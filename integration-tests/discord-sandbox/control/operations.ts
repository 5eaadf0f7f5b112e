import { type Sandbox } from "../sandbox"
import { gatewayOperations } from "./gateway"
import { machineryOperations } from "./machinery"
import { moderatorOperations } from "./moderator"
import { portalOperations } from "./portal"
import { webhookEventOperations } from "./webhook-events"

/** All operations of the control API by name: `POST /control/<name>` with the arguments as a JSON list. */
export function controlOperations(sandbox: Sandbox) {
  return {
    ...portalOperations(sandbox),
    ...moderatorOperations(sandbox),
    ...machineryOperations(sandbox),
    ...gatewayOperations(sandbox),
    ...webhookEventOperations(sandbox),
  }
}

export type ControlOperations = ReturnType<typeof controlOperations>
