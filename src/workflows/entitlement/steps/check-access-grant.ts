import { refused } from "../../../modules/discord/refused"
import { say, sayAll, type Message } from "../../../messages"
import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { isOver } from "../../../modules/discord/entitlement/manual-access.rules"
import { stillSuspended } from "../../../modules/discord/entitlement/suspension.rules"
import {
  boughtAt,
  whyNoRole,
  type RoleOffer,
} from "../../../modules/discord/role-mapping/no-role.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import { toDate, type DateInput } from "./access-input"

export interface CheckAccessGrantInput {
  customer_id: string
  variant_id: string
  reference?: string | undefined
  starts_at?: DateInput | undefined
}

/**
 * Looks whether the customer and the variant exist.
 *
 * @returns what the one who grants should know: access that no role follows from yet is allowed, not silent
 * @throws MedusaError INVALID_DATA naming what there is not
 */
export const checkAccessGrantStep = createStep(
  "discord-check-access-grant",
  async (input: CheckAccessGrantInput, { container }) => {
    const { customer_id, variant_id, reference } = input
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const exists = async (entity: string, id: string) =>
      (await query.graph({ entity, fields: ["id"], filters: { id } })).data.length > 0
    const [customer, variant, roles, links, known] = await Promise.all([
      exists("customer", customer_id),
      exists("product_variant", variant_id),
      discord.roleMappings.list([variant_id]),
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
      ...noRole(roles, input, known[0]),
      ...(links.length > 0 ? [] : [say("entitlement.not_connected_yet", { customer_id })]),
      ...known.flatMap(({ id, suspended_at }) => (suspended_at ? [stillSuspended(id)] : [])),
    ])
  },
)

interface Known {
  starts_at: Date
  ends_at: Date | null
  ended_reason: string | null
  created_at: Date
}

/** Why no role follows from the access, where none does. @param known what stands under its reference */
function noRole(
  roles: readonly RoleOffer[],
  { variant_id, starts_at }: CheckAccessGrantInput,
  known: Known | undefined,
): Message[] {
  if (roles.length === 0) {
    return [say("entitlement.no_role_yet", { variant_id })]
  }
  const now = new Date()
  const stands = known && !isOver(known, now) ? known.starts_at : now
  const begins = starts_at === undefined ? stands : toDate("starts_at", starts_at)
  const why = whyNoRole(variant_id, roles, boughtAt(begins, known?.created_at ?? now))
  return why ? [why] : []
}
