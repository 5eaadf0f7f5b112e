import type { RequestHandler } from "express"
import { authorizeAs, type AuthorizeInput } from "../client-authorize"

/** `POST /control/authorize` with `[url, input]`: the consent page for programs that are not written in TypeScript. */
export const authorizeOverHttp: RequestHandler = (req, res, next) => {
  const [url, input] = (Array.isArray(req.body) ? req.body : []) as [unknown, unknown]
  if (typeof url !== "string" || !URL.canParse(url) || !isInput(input)) {
    res.status(400).json({ error: "Send a list: the authorization_url and { user_id, ... }" })
    return
  }
  // Only ever this sandbox's own page, whatever the address says.
  const { pathname, search } = new URL(url)
  authorizeAs(`http://${req.headers.host ?? ""}${pathname}${search}`, input)
    .then((result) => res.json({ result }))
    .catch((error: unknown) => {
      if (!(error instanceof Error)) return next(error)
      res.status(400).json({ error: error.message })
    })
}

function isInput(value: unknown): value is AuthorizeInput {
  return typeof value === "object" && value !== null && "user_id" in value
}
