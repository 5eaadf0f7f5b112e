import type {
  AuthContext,
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { NewAuthorization } from "../../../../modules/discord/consent/authorizations.service"
import type { StoreConnectDiscordResponse } from "../../../../types/http"
import { checkCartWorkflow } from "../../../../workflows/cart"
import { discordOf } from "../../../utils/discord"
import { cookiesOf, setOAuthCookie } from "../../../utils/pages/oauth-cookie"
import { pageToReturnTo } from "../../../utils/pages/redirects"
import { addressOf, countRequest, refusalOf } from "../../../utils/request-limits"
import { sayRefusals } from "../../../utils/say-refusals"
import type { StoreConnectDiscord } from "../validators"

/**
 * Where to send the browser of a customer, or of a guest with a cart, to connect Discord: to `authorization_url` the browser that stores the cookie of this
 * answer, to `connect_url` any one browser, when the storefront's server asked.
 */
export const POST = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<StoreConnectDiscord>,
    res: MedusaResponse<StoreConnectDiscordResponse>,
  ): Promise<void> => {
    const discord = discordOf(req.scope)
    const { backendUrl } = discord.options
    const { cart_id, redirect_url: wanted } = req.validatedBody
    const redirect_url = pageToReturnTo(discord.options, wanted)
    const of = await askedFor(req, cart_id)
    const isCart = of.purpose === "connect_cart"
    await countRequest(req, isCart ? "connect_cart" : "connect_customer", of.actor_id)
    await countRequest(req, "connect_address", addressOf(req))
    const { url, cookie, entry_token } = await discord.consents.begin(
      { ...of, redirect_url },
      cookiesOf(req),
    )
    setOAuthCookie(res, backendUrl, cookie)
    res.json({
      authorization_url: url,
      connect_url: `${backendUrl}/discord/connect?token=${entry_token}`,
    })
  },
)

/**
 * For whom the consent is to be: the customer who is signed in, or a guest's cart.
 *
 * @throws MedusaError in words when the cart is another's; TooManyRequests when an address has tried too many carts
 */
async function askedFor(
  req: AuthenticatedMedusaRequest<StoreConnectDiscord>,
  cart_id: string | undefined,
): Promise<Pick<NewAuthorization, "purpose" | "actor_id">> {
  // Without a cart nobody comes here who is not signed in.
  const customer_id = (req.auth_context as AuthContext | undefined)?.actor_id ?? null
  if (cart_id === undefined) {
    return { purpose: "link_account", actor_id: customer_id ?? "" }
  }
  try {
    const { result } = await checkCartWorkflow(req.scope).run({ input: { cart_id, customer_id } })
    return result.customer_id === null
      ? { purpose: "connect_cart", actor_id: cart_id }
      : { purpose: "link_account", actor_id: result.customer_id }
  } catch (error) {
    throw await refusalOf(req, error)
  }
}
