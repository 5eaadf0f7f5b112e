import type { RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { REFUSAL } from "../../../modules/discord/domain/refusals"
import type DiscordModuleService from "../../../modules/discord/service"

export interface CheckAccessGrantInput {
  customer_id: string
  variant_id: string
}

/**
 * Looks whether the customer and the variant exist.
 *
 * @returns what the one who grants should know: access that no role follows from yet is allowed, not silent
 * @throws MedusaError INVALID_DATA naming what there is not
 */
export const checkAccessGrantStep = createStep(
  "discord-check-access-grant",
  async ({ customer_id, variant_id }: CheckAccessGrantInput, { container }) => {
    const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const exists = async (entity: string, id: string) =>
      (await query.graph({ entity, fields: ["id"], filters: { id } })).data.length > 0
    const [customer, variant, mappings, links] = await Promise.all([
      exists("customer", customer_id),
      exists("product_variant", variant_id),
      discord.listDiscordRoleMappings({ variant_id }, { take: 1 }),
      discord.listDiscordAccountLinks({ customer_id }, { take: 1 }),
    ])
    const problems = [
      ...(customer ? [] : [REFUSAL.no_customer(customer_id)]),
      ...(variant ? [] : [REFUSAL.no_variant(variant_id)]),
    ]
    if (problems.length > 0) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, problems.join(" "))
    }
    return new StepResponse([
      ...(mappings.length > 0
        ? []
        : [
            `Variant ${variant_id} gives no Discord role yet: choose its roles on the product's page, and this customer gets them.`,
          ]),
      ...(links.length > 0
        ? []
        : [`Customer ${customer_id} has not connected Discord yet: the roles wait until they do.`]),
    ])
  },
)
