import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../../../modules/discord/domain/role-assignability"
import type {
  AdminMappedDiscordRole,
  AdminProductDiscordRolesResponse,
} from "../../../../../types/http"
import { discordOf } from "../../../../utils/discord"

/** @throws MedusaError NOT_FOUND when there is no such product */
export async function listProductRoles(
  scope: MedusaContainer,
  productId: string,
): Promise<AdminProductDiscordRolesResponse> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product",
    fields: ["id", "variants.id"],
    filters: { id: productId },
  })
  const product = data[0] as { variants: { id: string }[] } | undefined
  if (!product) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Product ${productId} was not found`)
  }
  const mappings = await discordOf(scope).listDiscordRoleMappings(
    { variant_id: product.variants.map((variant) => variant.id) },
    { relations: ["role", "role.server"], order: { role: { position: "DESC" } } },
  )
  return {
    variants: product.variants.map(({ id }) => ({
      variant_id: id,
      roles: mappings.filter((mapping) => mapping.variant_id === id).map(toMappedRole),
    })),
  }
}

interface StoredMapping {
  access_days: number | null
  role: {
    role_id: string
    name: string
    color: number
    unassignable_reason: string | null
    server: { id: string; name: string }
  }
}

function toMappedRole({ access_days, role }: StoredMapping): AdminMappedDiscordRole {
  const reason = role.unassignable_reason as UnassignableReason | null
  return {
    role_id: role.role_id,
    access_days,
    name: role.name,
    color: role.color,
    server_id: role.server.id,
    server_name: role.server.name,
    assignable: reason === null,
    message: reason && describeUnassignable(reason, role.name),
  }
}
