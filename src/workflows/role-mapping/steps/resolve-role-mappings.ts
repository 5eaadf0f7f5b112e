import { refused } from "../../../modules/discord/refused"
import { render, say, sayAll, type Message } from "../../../messages"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import {
  dangerousPermissions,
  type DangerousPermission,
} from "../../../modules/discord/server/permissions.rules"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../modules/discord/server/role-assignability.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import type { NewMapping } from "../../../modules/discord/role-mapping/role-mapping.store"

export interface SetRoleMappingsInput {
  product_id: string
  /** Who edits, for the log: an admin's user id. */
  actor_id?: string | undefined
  /** Variants that are not named keep their roles. */
  variants: {
    variant_id: string
    roles: { role_id: string; access_days?: number | null | undefined }[]
  }[]
  /** Whether the admin knows what newly chosen roles let their holders do; without it, dangerous ones are refused. */
  accept_dangerous_permissions?: boolean | undefined
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
      throw refused(
        MedusaError.Types.NOT_FOUND,
        say("refusal.product_not_found", { id: input.product_id }),
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
        .map(({ variant_id }) =>
          say("refusal.variant_of_another_product", { product_id: input.product_id, variant_id }),
        ),
    ]
    const mappings: NewMapping[] = []
    const chosen = new Set<FoundRole>()
    for (const { variant_id, roles: wanted } of input.variants) {
      for (const { role_id, access_days } of wanted) {
        const role = byId.get(role_id)
        const isKept = role !== undefined && isMapped(variant_id, role.id)
        const problem = isKept ? null : problemOf(role_id, role)
        if (role && !problem) {
          if (!isKept) {
            chosen.add(role)
          }
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
      throw refused(MedusaError.Types.INVALID_DATA, sayAll(problems))
    }
    const variant_ids = input.variants.map((variant) => variant.variant_id)
    const dangerous_roles = await dangerousOf(discord, [...chosen])
    return new StepResponse({ variant_ids, mappings, dangerous_roles, actor_id: input.actor_id })
  },
)

/** A role that lets its holders manage the server, newly chosen. */
export interface DangerousRole {
  role_id: string
  name: string
  server_name: string
  dangerous: DangerousPermission[]
}

interface FoundRole {
  id: string
  role_id: string
  name: string
  permissions: string
  unassignable_reason: string | null
  server: { guild_id: string; name: string; status: string }
}

/** Those that let their holders manage the server. @everyone, whose id is the server's, tells what all may do anyway. */
async function dangerousOf(
  discord: DiscordModuleService,
  roles: FoundRole[],
): Promise<DangerousRole[]> {
  if (roles.length === 0) {
    return []
  }
  const everyone = await discord.listDiscordRoles({
    role_id: roles.map(({ server }) => server.guild_id),
  })
  const byServer = new Map(everyone.map(({ role_id, permissions }) => [role_id, permissions]))
  return roles
    .map(({ role_id, name, permissions, server }) => ({
      role_id,
      name,
      server_name: server.name,
      dangerous: dangerousPermissions(permissions, byServer.get(server.guild_id) ?? "0"),
    }))
    .filter(({ dangerous }) => dangerous.length > 0)
}

function problemOf(roleId: string, role: FoundRole | undefined): Message | null {
  if (!role) {
    return say("refusal.role_unknown", { role_id: roleId })
  }
  if (role.server.status === "disconnected") {
    return say("refusal.role_out_of_reach", {
      role: role.name,
      role_id: roleId,
      server: role.server.name,
    })
  }
  return role.unassignable_reason
    ? say("refusal.role_not_assignable", {
        role: role.name,
        role_id: roleId,
        why: describeUnassignable(role.unassignable_reason as UnassignableReason, role.name),
      })
    : null
}

function duplicates({ variants }: SetRoleMappingsInput): Message[] {
  const seen = new Set<string>()
  const problems: Message[] = []
  for (const { variant_id, roles } of variants) {
    for (const problem of [
      say("refusal.variant_named_twice", { variant_id }),
      ...roles.map(({ role_id }) => say("refusal.role_named_twice", { variant_id, role_id })),
    ]) {
      const words = render(problem)
      if (seen.has(words)) {
        problems.push(problem)
      }
      seen.add(words)
    }
  }
  return problems
}
