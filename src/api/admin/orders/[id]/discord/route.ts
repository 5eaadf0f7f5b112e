import { sayRefusals } from "../../../../utils/say-refusals"
import { refused } from "../../../../../modules/discord/refused"
import { answered, say } from "../../../../../messages"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { AdminDiscordVariant, AdminOrderDiscordResponse } from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"
import { namesOf } from "../../../../utils/named-access"
import { whyOrderGivesNoRoles } from "../../../../../workflows/entitlement/utils/why-no-roles"

interface FoundOrder {
  id: string
  email: string | null
  customer: { id: string; email: string | null; has_account: boolean } | null
  items: (OrderedItem | null)[]
}

interface OrderedItem {
  variant_id: string | null
  variant_title: string | null
  product_id: string | null
  product_title: string | null
}

/** What the order gives, to whom, where each role stands and why not yet. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminOrderDiscordResponse>,
  ): Promise<void> => {
    const id = req.params.id ?? ""
    const query = req.scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({
      entity: "order",
      fields: [
        "id",
        "email",
        "customer.id",
        "customer.email",
        "customer.has_account",
        "items.variant_id",
        "items.variant_title",
        "items.product_id",
        "items.product_title",
      ],
      filters: { id },
    })
    const order = data[0] as FoundOrder | undefined
    if (!order) {
      throw refused(MedusaError.Types.NOT_FOUND, say("refusal.order_not_found", { id }))
    }
    const { access: reads, connectMessages } = discordOf(req.scope)
    const [access, connect_message] = await Promise.all([
      reads.retrieveOfOrder(id, order.customer?.id ?? null),
      connectMessages.retrieveOfOrder(id),
    ])
    const nameOf = await namesOf(req.scope, access.entitlements)
    const ordered = orderedVariants(order)
    const givesRoles = access.entitlements.some(({ roles }) => roles.length > 0)
    const noRoles = givesRoles
      ? null
      : await whyOrderGivesNoRoles(
          req.scope,
          id,
          ordered.map((variant) => variant.id),
        )
    res.json({
      order_id: id,
      customer: order.customer && {
        ...order.customer,
        email: addressOf(order.email, order.customer),
      },
      linked: access.account !== null,
      account: access.account,
      entitlements: access.entitlements.map(({ variant_id, ...entitlement }) => ({
        ...entitlement,
        ...nameOf({ variant_id, ...entitlement }),
      })),
      memberships: access.memberships,
      connect_url: order.customer?.has_account ? connectMessages.connectUrl : null,
      connect_message,
      ...answered("no_roles_reason", noRoles),
      ordered,
    })
  },
)

/** What was ordered, each variant once, by the names it was bought under. */
function orderedVariants({ items }: FoundOrder): AdminDiscordVariant[] {
  const byId = new Map(
    items.flatMap((item) =>
      item?.variant_id
        ? [
            [
              item.variant_id,
              {
                id: item.variant_id,
                title: item.variant_title,
                product_id: item.product_id,
                product_title: item.product_title,
              },
            ] as const,
          ]
        : [],
    ),
  )
  return [...byId.values()]
}

/** A guest is who the order says: an address that was mended on it is not mended at their customer record. */
function addressOf(
  orderEmail: string | null,
  { email, has_account }: { email: string | null; has_account: boolean },
): string | null {
  return has_account ? email : (orderEmail ?? email)
}
