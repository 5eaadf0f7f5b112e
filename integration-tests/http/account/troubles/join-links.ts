import { pathOf } from "../../../helpers/store/admin"
import type { Buyer } from "../../../helpers/account/buyers"
import type { HttpAnswer } from "../../../helpers/store/http"
import type { Scene } from "../../../helpers/store/suite"
import { serverOf } from "./shared"

/** The call that makes an invitation. */
export const INVITE = { method: "POST", route: "/channels/:channel/invites" }

/** Path and query of a customer's link into the only server, as the storefront gets it. */
export async function joinPathOf({ customer }: Buyer): Promise<string> {
  return pathOf(serverOf(await customer.access()).join_url ?? "")
}

/** The invitation that a browser was sent to. */
export function codeOf({ headers }: HttpAnswer<unknown>): string {
  const location = headers.get("location") ?? ""
  const [, code = ""] = location.split(`${process.env.DISCORD_WEB_URL}/invite/`)
  expect(code).toMatch(/^[\w-]+$/)
  return code
}

/** How many invitations Discord was asked for. */
export async function invitesMade({ discord }: Scene): Promise<number> {
  return (await discord.control.requests({ route: INVITE.route })).length
}
