import type { MiddlewareRoute } from "@medusajs/framework/http"
import { onlyOpened } from "../utils/guard"

const OPENED = [
  "/discord/oauth/callback",
  "/discord/connect",
  "/discord/join",
  "/discord/account/disconnect",
]
/** These have buttons, too. */
const WITH_BUTTONS = ["/discord/claim", "/discord/account"]

const refuse =
  (methods: MiddlewareRoute["methods"]) =>
  (matcher: string): MiddlewareRoute => ({
    methods,
    matcher,
    bodyParser: false,
    middlewares: [onlyOpened],
  })

/** The signature is over the bytes that came. No event of Discord's is near this size. */
const webhook: MiddlewareRoute = {
  method: ["POST"],
  matcher: "/discord/webhook",
  bodyParser: { preserveRawBody: true, sizeLimit: "100kb" },
}

export const discordPageMiddlewares: MiddlewareRoute[] = [
  ...OPENED.map(refuse(["HEAD", "POST", "PUT", "PATCH", "DELETE"])),
  ...WITH_BUTTONS.map(refuse(["HEAD", "PUT", "PATCH", "DELETE"])),
  refuse(["POST", "PUT", "PATCH", "DELETE"])("/discord/health"),
  webhook,
]
