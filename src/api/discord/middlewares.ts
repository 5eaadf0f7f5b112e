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

export const discordPageMiddlewares: MiddlewareRoute[] = [
  ...OPENED.map(refuse(["HEAD", "POST", "PUT", "PATCH", "DELETE"])),
  ...WITH_BUTTONS.map(refuse(["HEAD", "PUT", "PATCH", "DELETE"])),
]
