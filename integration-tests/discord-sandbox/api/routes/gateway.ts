import { type APIGatewayBotInfo } from "discord-api-types/v10"
import { ok, type Route } from "../route"

/** @see https://discord.com/developers/docs/events/gateway#get-gateway-bot */
export const GATEWAY_ROUTES: Route[] = [
  {
    method: "GET",
    path: "/gateway",
    auth: "none",
    bucket: "other",
    run: ({ sandbox }) => ok({ url: sandbox.gateway.info().url }),
  },
  {
    method: "GET",
    path: "/gateway/bot",
    auth: "bot",
    bucket: "other",
    run: ({ sandbox }) => ok(sandbox.gateway.info() satisfies APIGatewayBotInfo),
  },
]
