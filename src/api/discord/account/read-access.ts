import type { MedusaRequest } from "@medusajs/framework/http"
import type { PageSession } from "../../../modules/discord/page-session/page-session.service"
import type { StoreDiscordResponse } from "../../../types/http"
import { discordOf } from "../../utils/discord"

/** What the account of a session holds; null when its browser connected nobody, or the customer is another account by now. */
export async function readAccess(
  { scope }: Pick<MedusaRequest, "scope">,
  { customer_id, is_linked }: PageSession,
): Promise<StoreDiscordResponse | null> {
  return customer_id !== null && is_linked
    ? discordOf(scope).accounts.readAccess(customer_id)
    : null
}
