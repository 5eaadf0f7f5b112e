import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { answered, say, type Message } from "../../messages"
import { isForeignForm } from "./pages/foreign-forms"
import { inheritedNameIn, isIllFormed, isIllFormedPath } from "./ill-formed"
import { textsOfReader } from "./language"
import { contentPolicy, sendPage } from "./pages/page"

/** What the plugin answers: everything below `discord`, and the places it has below Medusa's own records. */
const OURS =
  /^\/(?:discord|(?:admin|store)\/(?:discord|(?:customers|orders|products)\/[^/]+\/discord(?:-roles)?))(?:\/|$)/i
/** Discord, which sends its events, reads no page. */
const PAGES = /^\/discord(?!\/webhook\/?$)(?:\/|$)/i

const ILL_FORMED = say("request.ill_formed")
const NOT_JSON = say("request.not_json")

/**
 * Stands before every route of the plugin, and before Medusa's own reading of the path: sets the headers that all answers
 * carry, keeps what was sent in a page's address out of the access log, and turns away what no route could make sense of.
 */
export function guard(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const path = `${req.baseUrl}${req.path}`
  if (!OURS.test(path)) {
    next()
    return
  }
  const isPage = PAGES.test(path)
  res.set({ "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" })
  if (isPage) {
    res.set({
      "Referrer-Policy": "no-referrer",
      "Content-Security-Policy": contentPolicy(),
      // For what does not know `frame-ancestors`: old browsers, and scanners.
      "X-Frame-Options": "DENY",
    })
    // The log is written once a request is answered: codes and tokens in its address are nobody else's business.
    req.originalUrl = path
  }
  if (isIllFormedPath(path) || isIllFormed(req.query) || isIllFormed(req.body)) {
    if (!isPage) {
      refuse(req, res, 400, ILL_FORMED)
      return
    }
    sendPage(req, res, 400, { title: say("request.title_broken_address"), text: ILL_FORMED })
    return
  }
  const name = isPage ? undefined : inheritedNameIn(req.url)
  if (name !== undefined) {
    refuse(req, res, 400, say("request.no_field", { name }))
    return
  }
  if (!isPage && isForeignForm(req)) {
    refuse(req, res, 415, NOT_JSON)
    return
  }
  next()
}

/** As `sayRefusals` does it: this stands before every route. */
function refuse(req: MedusaRequest, res: MedusaResponse, status: number, message: Message): void {
  const { code } = message
  res.status(status).json({
    type: MedusaError.Types.INVALID_DATA,
    code,
    ...answered("message", message, textsOfReader(req)),
  })
}

/** A page is opened, not sent to: nothing is begun or used up by a mail scanner's HEAD, and no body is read. */
export function onlyOpened(req: MedusaRequest, res: MedusaResponse): void {
  res.set("Allow", "GET")
  sendPage(req, res, 405, {
    title: say("request.title_only_opened"),
    text: say("request.open_instead"),
  })
}
