import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { REFUSAL } from "../../../../../modules/discord/domain/refusals"
import type { AdminOrderDiscordResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"
import { namesOf } from "../../../../utils/named-access"

interface FoundOrder {
  id: string
  customer: { id: string; email: string | null; has_account: boolean } | null
}

/** What the order gives, to whom, where each role stands and why not yet. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderDiscordResponse>,
): Promise<void> => {
  const id = req.params.id ?? ""
  const query = req.scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer.id", "customer.email", "customer.has_account"],
    filters: { id },
  })
  const order = data[0] as FoundOrder | undefined
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, REFUSAL.order_not_found(id))
  }
  const access = await discordOf(req.scope).reads.order(id, order.customer?.id ?? null)
  const nameOf = await namesOf(req.scope, access.entitlements)
  res.json({
    order_id: id,
    customer: order.customer,
    linked: access.account !== null,
    account: access.account,
    entitlements: access.entitlements.map(({ variant_id, ...entitlement }) => ({
      ...entitlement,
      ...nameOf({ variant_id, ...entitlement }),
    })),
    memberships: access.memberships,
  })
}
