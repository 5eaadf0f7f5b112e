import { refused } from "../../../../../modules/discord/refused"
import { say } from "../../../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { AdminCustomerDiscordResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"
import { namesOf } from "../../../../utils/named-access"

/** @throws MedusaError NOT_FOUND when there is no such customer */
export async function readCustomer(
  scope: MedusaContainer,
  id: string,
): Promise<AdminCustomerDiscordResponse> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "customer",
    fields: ["id", "has_account"],
    filters: { id },
  })
  const customer = data[0] as { has_account: boolean } | undefined
  if (!customer) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.customer_not_found", { id }))
  }
  const { access, connectMessages } = discordOf(scope)
  const { account, entitlements, memberships, roles } = await access.retrieveOfCustomer(id)
  const nameOf = await namesOf(scope, entitlements)
  return {
    customer_id: id,
    account,
    connect_url: customer.has_account ? connectMessages.connectUrl : null,
    entitlements: entitlements.map(({ variant_id, ...entitlement }) => ({
      ...entitlement,
      ...nameOf({ variant_id, ...entitlement }),
    })),
    memberships,
    roles: roles.map((role) => ({
      ...role,
      why: role.why.map(({ variant_id, ...reason }) => ({
        ...reason,
        ...nameOf({ variant_id, ...reason }),
      })),
    })),
  }
}
