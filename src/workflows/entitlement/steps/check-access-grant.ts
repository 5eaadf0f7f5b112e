import { refused } from "../../../modules/discord/refused"
import { say, sayAll } from "../../../messages"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { stillSuspended } from "../../../modules/discord/entitlement/suspension.rules"
import type DiscordModuleService from "../../../modules/discord/service"

export interface CheckAccessGrantInput {
  customer_id: string
  variant_id: string
  reference?: string | undefined
}

/**
 * Looks whether the customer and the variant exist.
 *
 * @returns what the one who grants should know: access that no role follows from yet is allowed, not silent
 * @throws MedusaError INVALID_DATA naming what there is not
 */
export const checkAccessGrantStep = createStep(
  "discord-check-access-grant",
  async ({ customer_id, variant_id, reference }: CheckAccessGrantInput, { container }) => {
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const exists = async (entity: string, id: string) =>
      (await query.graph({ entity, fields: ["id"], filters: { id } })).data.length > 0
    const [customer, variant, mappings, links, known] = await Promise.all([
      exists("customer", customer_id),
      exists("product_variant", variant_id),
      discord.listDiscordRoleMappings({ variant_id, offered_until: null }, { take: 1 }),
      discord.listDiscordAccountLinks({ customer_id }, { take: 1 }),
      reference === undefined
        ? []
        : discord.listDiscordEntitlements({ source: "manual", source_id: reference, variant_id }),
    ])
    const problems = [
      ...(customer ? [] : [say("refusal.no_customer", { id: customer_id })]),
      ...(variant ? [] : [say("refusal.no_variant", { id: variant_id })]),
    ]
    if (problems.length > 0) {
      throw refused(MedusaError.Types.INVALID_DATA, sayAll(problems))
    }
    return new StepResponse([
      ...(mappings.length > 0 ? [] : [say("entitlement.no_role_yet", { variant_id })]),
      ...(links.length > 0 ? [] : [say("entitlement.not_connected_yet", { customer_id })]),
      ...known.flatMap(({ id, suspended_at }) => (suspended_at ? [stillSuspended(id)] : [])),
    ])
  },
)
