import type { MiddlewareRoute } from "@medusajs/framework/http"
import { onlyOpened } from "../utils/guard"

const PAGES = ["/discord/oauth/callback", "/discord/claim", "/discord/connect"]

export const discordPageMiddlewares: MiddlewareRoute[] = PAGES.map((matcher) => ({
  methods: ["HEAD", "POST", "PUT", "PATCH", "DELETE"],
  matcher,
  bodyParser: false,
  middlewares: [onlyOpened],
}))
