import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import { MEMBERSHIP_STATUSES, type MembershipStatus } from "../../../modules/discord/statuses.rules"
import type DiscordModuleService from "../../../modules/discord/service"

export interface RetryMembershipsInput {
  /** One membership, whatever its status. */
  id?: string
  /** Or these, whatever their status; those nobody knows or whose server is disconnected are left out. */
  ids?: string[]
  /** Else all of these; left out = everyone who waits or retries. */
  status?: MembershipStatus[]
  server_id?: string | string[]
}

/** `due` members come by themselves, and `synced` ones wait for nothing. */
const STUCK: MembershipStatus[] = [
  "retrying",
  "waiting_for_join",
  "waiting_for_customer",
  "waiting_for_admin",
]

/** Makes memberships due at once. Asking once more than needed changes nothing, so nothing undoes it. */
export const retryMembershipsStep = createStep(
  "discord-retry-memberships",
  async ({ id, ids, status, server_id }: RetryMembershipsInput, { container }) => {
    const discord = container.resolve<DiscordModuleService>(DISCORD_MODULE)
    const named = id === undefined ? ids : [id]
    const retried = await discord.memberships.retry({
      ids: named,
      status: status ?? (named ? MEMBERSHIP_STATUSES : STUCK),
      server_ids: typeof server_id === "string" ? [server_id] : server_id,
    })
    if (id !== undefined && retried.count === 0) {
      throw await refusalOf(discord, id)
    }
    return new StepResponse(retried)
  },
)

async function refusalOf(discord: DiscordModuleService, id: string): Promise<MedusaError> {
  const membership = await discord.memberships.retrieve(id)
  return membership
    ? refused(
        MedusaError.Types.NOT_ALLOWED,
        say("refusal.server_disconnected", { server: membership.server.name }),
      )
    : refused(MedusaError.Types.NOT_FOUND, say("refusal.membership_not_found", { id }))
}
