import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { nextLook } from "../../../modules/discord/page-session/page-session.rules"
import { discordOf } from "../../utils/discord"
import { accountPageOf } from "../../utils/pages/account-cookie"
import { brandOf } from "../../utils/pages/brand"
import { sendPage } from "../../utils/pages/page"
import { carryOutAction } from "./actions"
import { withSession } from "./open-session"
import { readAccess } from "./read-access"
import { accountPageParams } from "./validators"
import { accountView } from "./view"

/**
 * The account page of a store that has none of its own: how the consent ended, the roles held and on their way, and what the
 * customer must do. It looks again by itself a few times while a role is on its way.
 */
export const GET = withSession(async (req, res, session) => {
  const { options } = discordOf(req.scope)
  const url = accountPageOf(options)
  const access = await readAccess(req, session)
  const roles = access?.servers.flatMap((server) => server.roles) ?? []
  const { look } = accountPageParams.parse(req.query)
  const next = nextLook(
    look,
    roles.some(({ state }) => state === "pending"),
  )
  sendPage(req, res, 200, {
    ...accountView({ session, access, url }),
    forms: [options.backendUrl, options.webUrl],
    refresh: next && { seconds: next.seconds, url: `${url}?look=${next.look}` },
    brand: await brandOf(req),
  })
})

/** Its buttons. */
export const POST: (req: MedusaRequest, res: MedusaResponse) => Promise<void> =
  withSession(carryOutAction)
