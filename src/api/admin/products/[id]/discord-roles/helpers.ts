import { refused } from "../../../../../modules/discord/refused"
import { answered, say } from "../../../../../messages"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../../../modules/discord/server/role-assignability.rules"
import type { MappedRoleRow } from "../../../../../modules/discord/role-mapping/mapped-roles.store"
import type {
  AdminMappedDiscordRole,
  AdminProductDiscordRolesResponse,
} from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"

interface Variant {
  id: string
  variant_rank: number | null
}

/**
 * A product's variants, in the order the shop gave them.
 *
 * @throws MedusaError NOT_FOUND when there is no such product
 */
export async function listVariantIds(scope: MedusaContainer, productId: string): Promise<string[]> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "variants.id", "variants.variant_rank"],
    filters: { id: productId },
  })
  const product = data[0] as { variants: Variant[] } | undefined
  if (!product) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.product_not_found", { id: productId }))
  }
  return product.variants.sort(byRank).map((variant) => variant.id)
}

/**
 * What each variant gives.
 *
 * @throws MedusaError NOT_FOUND when there is no such product
 */
export async function listProductRoles(
  scope: MedusaContainer,
  productId: string,
): Promise<AdminProductDiscordRolesResponse> {
  const { options, purchases, roleMappings } = discordOf(scope)
  const variantIds = await listVariantIds(scope, productId)
  const given = new Map(variantIds.map((id) => [id, nothing(id)]))
  for (const { variant_id, offered_until, ...row } of await roleMappings.list(variantIds)) {
    const role = toMappedRole(row)
    if (offered_until === null) {
      given.get(variant_id)?.roles.push(role)
    } else {
      given.get(variant_id)?.kept.push({ ...role, offered_until: offered_until.toISOString() })
    }
  }
  return {
    require_connection: await purchases.retrieveRequirement(productId),
    require_connection_default: options.requireConnection,
    variants: [...given.values()],
  }
}

function nothing(variant_id: string): AdminProductDiscordRolesResponse["variants"][number] {
  return { variant_id, roles: [], kept: [] }
}

/** The database hands them over in any order; those of one rank, or of none, came one after another, as their ids did. */
function byRank(one: Variant, other: Variant): number {
  const rank = (one.variant_rank ?? Number.MAX_VALUE) - (other.variant_rank ?? Number.MAX_VALUE)
  return rank || (one.id < other.id ? -1 : 1)
}

function toMappedRole({
  unassignable_reason,
  offered_from,
  server_status: _,
  ...role
}: Omit<MappedRoleRow, "variant_id" | "offered_until">): AdminMappedDiscordRole {
  const reason = unassignable_reason as UnassignableReason | null
  return {
    ...role,
    offered_from: offered_from?.toISOString() ?? null,
    assignable: reason === null,
    ...answered("message", reason && describeUnassignable(reason, role.name)),
  }
}
