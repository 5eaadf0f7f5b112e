import { type APIGatewayBotInfo } from "discord-api-types/v10"
import { type Sandbox } from "../../sandbox"
import { ok, type Route } from "../route"

/** Where a gateway would listen. Nothing answers there yet. */
function gatewayUrl(sandbox: Sandbox): string {
  return `${sandbox.url.replace(/^http/, "ws")}/gateway`
}

/** @see https://discord.com/developers/docs/events/gateway#get-gateway-bot */
export const GATEWAY_ROUTES: Route[] = [
  {
    method: "GET",
    path: "/gateway",
    auth: "none",
    bucket: "other",
    run: ({ sandbox }) => ok({ url: gatewayUrl(sandbox) }),
  },
  {
    method: "GET",
    path: "/gateway/bot",
    auth: "bot",
    bucket: "other",
    run: ({ sandbox }) => {
      const info: APIGatewayBotInfo = {
        url: gatewayUrl(sandbox),
        shards: 1,
        session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
      }
      return ok(info)
    },
  },
]
