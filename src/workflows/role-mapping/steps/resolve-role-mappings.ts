import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { REFUSAL } from "../../../modules/discord/domain/refusals"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../modules/discord/domain/role-assignability"
import type DiscordModuleService from "../../../modules/discord/service"
import type { NewMapping } from "../../../modules/discord/store/role-mappings"

export interface SetRoleMappingsInput {
  product_id: string
  /** Who edits, for the log: an admin's user id. */
  actor_id?: string | undefined
  /** Variants that are not named keep their roles. */
  variants: {
    variant_id: string
    roles: { role_id: string; access_days?: number | null | undefined }[]
  }[]
}

/**
 * Turns what an admin wrote down into mappings.
 *
 * @throws MedusaError INVALID_DATA naming every variant and role that cannot be mapped, before anything is saved
 */
export const resolveRoleMappingsStep = createStep(
  "discord-resolve-role-mappings",
  async (input: SetRoleMappingsInput, { container }) => {
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const { data: products } = await query.graph({
      entity: "product",
      fields: ["id", "variants.id"],
      filters: { id: input.product_id },
    })
    const product = products[0] as { variants: { id: string }[] } | undefined
    if (!product) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        REFUSAL.product_not_found(input.product_id),
      )
    }
    const variants = new Set(product.variants.map((variant) => variant.id))
    const roles = await discord.listDiscordRoles(
      { role_id: input.variants.flatMap((variant) => variant.roles.map((role) => role.role_id)) },
      { relations: ["server"] },
    )
    const stored = await discord.listDiscordRoleMappings({
      variant_id: input.variants.map((variant) => variant.variant_id),
    })
    // What is mapped may stay mapped: a role that has moved out of reach must not block every other edit.
    const isMapped = (variantId: string, roleId: string) =>
      stored.some((mapping) => mapping.variant_id === variantId && mapping.role_id === roleId)
    const byId = new Map(roles.map((role) => [role.role_id, role]))
    const problems = [
      ...duplicates(input),
      ...input.variants
        .filter(({ variant_id }) => !variants.has(variant_id))
        .map(({ variant_id }) => REFUSAL.variant_of_another_product(input.product_id, variant_id)),
    ]
    const mappings: NewMapping[] = []
    for (const { variant_id, roles: wanted } of input.variants) {
      for (const { role_id, access_days } of wanted) {
        const role = byId.get(role_id)
        const problem = role && isMapped(variant_id, role.id) ? null : problemOf(role_id, role)
        if (role && !problem) {
          const { product_id } = input
          mappings.push({
            variant_id,
            product_id,
            role_id: role.id,
            access_days: access_days ?? null,
          })
        } else if (problem) {
          problems.push(problem)
        }
      }
    }
    if (problems.length > 0) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, [...new Set(problems)].join(" "))
    }
    const variant_ids = input.variants.map((variant) => variant.variant_id)
    return new StepResponse({ variant_ids, mappings, actor_id: input.actor_id })
  },
)

interface FoundRole {
  id: string
  name: string
  unassignable_reason: string | null
  server: { name: string; status: string }
}

function problemOf(roleId: string, role: FoundRole | undefined): string | null {
  if (!role) {
    return REFUSAL.role_unknown(roleId)
  }
  if (role.server.status === "disconnected") {
    return REFUSAL.role_out_of_reach(role.name, roleId, role.server.name)
  }
  return role.unassignable_reason
    ? REFUSAL.role_not_assignable(
        role.name,
        roleId,
        describeUnassignable(role.unassignable_reason as UnassignableReason, role.name),
      )
    : null
}

function duplicates({ variants }: SetRoleMappingsInput): string[] {
  const seen = new Set<string>()
  const problems: string[] = []
  for (const { variant_id, roles } of variants) {
    for (const problem of [
      REFUSAL.variant_named_twice(variant_id),
      ...roles.map(({ role_id }) => REFUSAL.role_named_twice(variant_id, role_id)),
    ]) {
      if (seen.has(problem)) {
        problems.push(problem)
      }
      seen.add(problem)
    }
  }
  return problems
}
