import { refused } from "../../../modules/discord/refused"
import { say } from "../../../messages"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { z } from "@medusajs/framework/zod"
import { DISCORD_MODULE } from "../../../modules/discord"
import {
  ENTITLEMENT_SOURCES,
  SUSPENSION_REASONS,
  type EntitlementSource,
  type SuspensionReason,
} from "../../../modules/discord/statuses.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import type { SuspensionsWritten } from "../../../modules/discord/entitlement/suspension.service"

/** One entitlement by its id, or all that an order, a subscription or a reference gives. */
export type SuspensionTarget =
  | { id: string }
  | {
      source: EntitlementSource
      /** Id of the order or subscription, or the reference that access was granted under. */
      source_id: string
    }

export type SuspendEntitlementInput = SuspensionTarget & {
  reason: SuspensionReason
  /** Why, in the words of who suspends it. Customers never see it. */
  note?: string | null | undefined
  /** Who: an admin's user id, or the name your code goes by. */
  actor_id?: string | null | undefined
}

export type ResumeEntitlementInput = SuspensionTarget & {
  /** Of all that a source gives, only what was suspended for this reason. */
  reason?: SuspensionReason | undefined
  actor_id?: string | null | undefined
}

const targetSchema = z.union([
  z.object({ id: z.string().min(1) }),
  z.object({ source: z.enum(ENTITLEMENT_SOURCES), source_id: z.string().min(1) }),
])
const reasonSchema = z.enum(SUSPENSION_REASONS)
const momentSchema = z.union([z.null(), z.coerce.date()])
const accessSchema = z.object({
  id: z.string(),
  source: z.enum(ENTITLEMENT_SOURCES),
  source_id: z.string(),
  variant_id: z.string(),
  customer_id: z.string(),
  suspended_at: momentSchema,
  suspended_reason: reasonSchema.nullable(),
  suspended_note: z.string().nullable(),
  suspended_by: z.string().nullable(),
})
/** What was written, once it has been through JSON. */
const writtenSchema = z.array(z.object({ access: accessSchema, before: accessSchema }))

interface Undo {
  actor_id: string | null
  written: SuspensionsWritten["written"]
}

export const suspendAccessStep = createStep(
  "discord-suspend-access",
  async (input: SuspendEntitlementInput, { container }) => {
    const target = await targetOf(input, container)
    const { note = null, actor_id = null } = input
    const reason = reasonOf(input.reason)
    return respond(
      await discordOf(container).suspensions.suspend(target, { reason, note, actor_id }),
      actor_id,
    )
  },
  undo,
)

export const resumeAccessStep = createStep(
  "discord-resume-access",
  async (input: ResumeEntitlementInput, { container }) => {
    const target = await targetOf(input, container)
    const { actor_id = null } = input
    const reason = input.reason === undefined ? undefined : reasonOf(input.reason)
    return respond(
      await discordOf(container).suspensions.resume(target, { actor_id, reason }),
      actor_id,
    )
  },
  undo,
)

/** @throws MedusaError INVALID_DATA for what names nothing, NOT_FOUND for an id that is none */
async function targetOf(
  input: SuspensionTarget,
  container: MedusaContainer,
): Promise<SuspensionTarget> {
  const target = targetSchema.safeParse(input)
  if (!target.success) {
    throw refused(MedusaError.Types.INVALID_DATA, say("refusal.nothing_named"))
  }
  if ("id" in target.data && !(await discordOf(container).suspensions.exists(target.data.id))) {
    throw refused(
      MedusaError.Types.NOT_FOUND,
      say("refusal.entitlement_not_found", { id: target.data.id }),
    )
  }
  return target.data
}

function reasonOf(reason: unknown): SuspensionReason {
  const parsed = reasonSchema.safeParse(reason)
  if (!parsed.success) {
    throw refused(MedusaError.Types.INVALID_DATA, say("refusal.no_suspension_reason"))
  }
  return parsed.data
}

function respond({ written, server_ids }: SuspensionsWritten, actor_id: string | null) {
  const undoing: Undo = { actor_id, written }
  return new StepResponse(
    { entitlements: written.map(({ access }) => access), server_ids },
    undoing,
  )
}

async function undo(
  undoing: Undo | undefined,
  { container }: { container: MedusaContainer },
): Promise<void> {
  if (undoing) {
    const discord = discordOf(container)
    const written = writtenSchema.parse(undoing.written)
    discord.engine.wake(await discord.suspensions.restore(written, undoing.actor_id))
  }
}

function discordOf(container: MedusaContainer): DiscordModuleService {
  return container.resolve<DiscordModuleService>(DISCORD_MODULE)
}
