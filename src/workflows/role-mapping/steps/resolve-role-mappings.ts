import { refused } from "../../../modules/discord/refused"
import { render, say, sayAll, type Message } from "../../../messages"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { ApplyTo } from "../../../modules/discord/role-mapping/mapping-plan.rules"
import {
  isOfferedThroughout,
  type OfferTimes,
} from "../../../modules/discord/role-mapping/mapping-touch.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import { ChosenRoles, dangerousOf } from "../utils/chosen-roles"

/** A role for as many days. */
interface RoleInput {
  role_id: string
  access_days?: number | null | undefined
  /** Since when it is offered (ISO 8601): only who buys from then on gets it; null = all; left out = as `apply_to` has it. */
  offered_from?: string | null | undefined
}

interface KeptInput extends RoleInput {
  offered_until: string
}

export interface SetRoleMappingsInput {
  product_id: string
  /** Who edits, for the log: an admin's user id. */
  actor_id?: string | undefined
  /** Variants that are not named keep their roles. */
  variants: {
    variant_id: string
    roles: RoleInput[]
    /** What those keep who bought before a moment (ISO 8601); left out = as it is. */
    kept?: KeptInput[] | undefined
  }[]
  /** Whom the change is for. Default: everyone. */
  apply_to?: ApplyTo | undefined
  /** Whether the product is sold only to connected buyers; null = as the store's option says; left out = as it is. */
  require_connection?: boolean | null | undefined
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
    const { product_id, actor_id, apply_to } = input
    const { data: products } = await query.graph({
      entity: "product",
      fields: ["id", "variants.id"],
      filters: { id: product_id },
    })
    const product = products[0] as { variants: { id: string }[] } | undefined
    if (!product) {
      throw refused(
        MedusaError.Types.NOT_FOUND,
        say("refusal.product_not_found", { id: product_id }),
      )
    }
    const variants = new Set(product.variants.map((variant) => variant.id))
    const variant_ids = input.variants.map((variant) => variant.variant_id)
    const named = input.variants.flatMap(({ roles, kept = [] }) => [...roles, ...kept])
    const [found, stored] = await Promise.all([
      discord.listDiscordRoles(
        { role_id: named.map((role) => role.role_id) },
        { relations: ["server"] },
      ),
      discord.listDiscordRoleMappings({ variant_id: variant_ids }),
    ])
    const roles = new ChosenRoles(found)
    // One that only earlier buyers keep is newly chosen when it is offered again.
    const offered = stored.filter((mapping) => mapping.offered_until === null)
    const mappings = input.variants.flatMap(({ variant_id, roles: wanted }) =>
      roles
        .resolve(variant_id, wanted, offered)
        .map((role) => ({ ...role, variant_id, product_id })),
    )
    const kept = input.variants.flatMap(({ variant_id, kept: wanted }) => {
      const found = wanted && roles.resolve(variant_id, wanted, stored, isKeptAlready)
      const mappings = found?.map((role) => ({ ...role, variant_id, product_id }))
      return mappings ? [{ variant_id, mappings }] : []
    })
    const problems = [
      ...duplicates(input),
      ...variant_ids
        .filter((variant_id) => !variants.has(variant_id))
        .map((variant_id) => say("refusal.variant_of_another_product", { product_id, variant_id })),
      ...roles.problems,
    ]
    if (problems.length > 0) {
      throw refused(MedusaError.Types.INVALID_DATA, sayAll(problems))
    }
    const dangerous_roles = await dangerousOf(discord, roles.chosen)
    const terms = { apply_to, kept }
    return new StepResponse({ variant_ids, mappings, terms, dangerous_roles, actor_id })
  },
)

/** Who has a role keeps it; to whom it is given anew, be it earlier buyers, it is newly chosen. */
function isKeptAlready(
  standing: OfferTimes[],
  { offered_from, offered_until }: KeptInput,
): boolean {
  return isOfferedThroughout(standing, {
    offered_from: offered_from ? new Date(offered_from) : null,
    offered_until: new Date(offered_until),
  })
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
