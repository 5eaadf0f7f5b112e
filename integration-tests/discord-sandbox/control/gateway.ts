import { type GatewayState } from "../gateway/gateway"
import { type Sandbox } from "../sandbox"
import { type GatewayTrouble } from "./types"

/** What happens on the gateway that no guild is the reason of. */
export function gatewayOperations({ gateway }: Sandbox) {
  return {
    gatewayState(): GatewayState {
      return gateway.state
    },

    /** Trouble for all who are connected now. */
    gatewayTrouble(trouble: GatewayTrouble): void {
      gateway.each((connection) => {
        if (trouble === "reconnect") connection.askToReconnect()
        else if (trouble === "drop") connection.drop()
        else if ("close" in trouble) connection.close(trouble.close)
        else connection.invalidate(trouble.invalidate === "resumable")
      })
    },
  }
}
