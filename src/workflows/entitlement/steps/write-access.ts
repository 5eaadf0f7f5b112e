import { refused } from "../../../modules/discord/refused"
import { say, type Message } from "../../../messages"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { DISCORD_MODULE } from "../../../modules/discord"
import type { ManualAccess } from "../../../modules/discord/entitlement/manual-access.rules"
import type DiscordModuleService from "../../../modules/discord/service"
import type {
  AccessKey,
  AccessWritten,
} from "../../../modules/discord/entitlement/manual-access.store"
import { reviveAccess, toDate, toEnd, type DateInput } from "./access-input"

export interface GrantEntitlementInput {
  customer_id: string
  variant_id: string
  /** Default: now. */
  starts_at?: DateInput | undefined
  /** Left out or null: it stands until it is ended. */
  ends_at?: DateInput | null | undefined
  /** What it is known by outside, e.g. a Stripe subscription's id: granting again under it updates the one entitlement. */
  reference?: string | undefined
  /** Why, in the words of who grants it. */
  note?: string | null | undefined
  /** Who: an admin's user id, or the name your code goes by. */
  actor_id?: string | null | undefined
}

export interface UpdateEntitlementInput {
  id: string
  ends_at?: DateInput | null | undefined
  note?: string | null | undefined
  actor_id?: string | null | undefined
}

export type EndEntitlementInput = AccessKey & { actor_id?: string | null | undefined }

interface Undo {
  actor_id: string | null
  written: AccessWritten[]
}

export const grantAccessStep = createStep(
  "discord-grant-access",
  async (input: GrantEntitlementInput, { container }) => {
    const written = await discordOf(container).manualAccess.grant({
      ...input,
      starts_at: input.starts_at === undefined ? undefined : toDate("starts_at", input.starts_at),
      ends_at: toEnd(input.ends_at),
    })
    return respond([written], input)
  },
  undo,
)

export const changeAccessStep = createStep(
  "discord-change-access",
  async (input: UpdateEntitlementInput, { container }) => {
    const discord = discordOf(container)
    const access = await retrieveManual(discord, input.id)
    const { note, actor_id = null } = input
    const change = { note, actor_id, ends_at: toEnd(input.ends_at) }
    return respond([await discord.manualAccess.change(access, change)], input)
  },
  undo,
)

/** Ends access by its id, or all of a reference: there, nothing to end is no error, since a webhook may tell it twice. */
export const endAccessStep = createStep(
  "discord-end-access",
  async (input: EndEntitlementInput, { container }) => {
    const discord = discordOf(container)
    const found =
      "id" in input
        ? [await retrieveManual(discord, input.id)]
        : await discord.manualAccess.find(input)
    const written: AccessWritten[] = []
    for (const access of found) {
      written.push(await discord.manualAccess.end(access, { actor_id: input.actor_id ?? null }))
    }
    return respond(written, input)
  },
  undo,
)

function respond(written: AccessWritten[], { actor_id }: { actor_id?: string | null | undefined }) {
  const entitlements = written.map(({ access }) => access)
  const server_ids = [...new Set(written.flatMap((each) => each.server_ids))]
  const undoing: Undo = { actor_id: actor_id ?? null, written }
  return new StepResponse({ entitlements, server_ids }, undoing)
}

async function undo(
  undoing: Undo | undefined,
  { container }: { container: MedusaContainer },
): Promise<void> {
  const discord = discordOf(container)
  for (const { access, before, server_ids } of undoing?.written ?? []) {
    const written = {
      access: reviveAccess(access),
      before: before && reviveAccess(before),
      server_ids,
    }
    const actor = { actor_id: undoing?.actor_id ?? null }
    discord.engine.wake(await discord.manualAccess.restore(written, actor))
  }
}

/** @throws MedusaError NOT_FOUND; NOT_ALLOWED, saying where to go, for what an order or a subscription gives */
async function retrieveManual(discord: DiscordModuleService, id: string): Promise<ManualAccess> {
  const [access] = await discord.manualAccess.find({ id })
  if (access) {
    return access
  }
  const [other] = await discord.listDiscordEntitlements({ id })
  if (!other) {
    throw refused(MedusaError.Types.NOT_FOUND, say("refusal.entitlement_not_found", { id }))
  }
  throw refused(MedusaError.Types.NOT_ALLOWED, goElsewhere(other))
}

function goElsewhere({
  id,
  source,
  source_id,
  provider,
}: {
  id: string
  source: string
  source_id: string
  provider: string | null
}): Message {
  if (source === "order") {
    return say("refusal.given_by_order", { id, order_id: source_id })
  }
  return provider
    ? say("refusal.given_by_provider", { id, subscription_id: source_id, provider })
    : say("refusal.given_by_subscription", { id, subscription_id: source_id })
}

function discordOf(container: MedusaContainer): DiscordModuleService {
  return container.resolve<DiscordModuleService>(DISCORD_MODULE)
}
