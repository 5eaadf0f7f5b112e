import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { wordsOf } from "../../../modules/discord/error-words.rules"
import { say } from "../../../messages"
import type {
  EntitySource,
  FunctionSource,
  SubscriptionSource,
} from "../../../modules/discord/subscription/subscription-sources.rules"
import {
  readRecords,
  readSubscription,
  type RecordReading,
} from "../../../modules/discord/subscription/subscription-reader.service"
import { syncSubscriptionEntitlementsWorkflow } from "../workflows/sync-subscription-entitlements"
import { discordOf, factsOf } from "./subscription-source"

const PAGE = 200
/** A row bears the time of its change, and is seen when its transaction ends: so long may that take. */
const IN_FLIGHT_MS = 2 * 60_000
/** Subscriptions that failed before and are tried again in one sweep: however many, they hold up no others. */
const RETRIED = 100
const THE_BEGINNING = new Date(0)

/** What a sweep did, in subscriptions. */
export interface SubscriptionSweep {
  looked_at: number
  synced: number
  failed: number
}

/**
 * Looks through the subscriptions of every source that changed since the last sweep; all of them the first time.
 *
 * @param options.full all of them, for what changes without the record: a link that was made, an event nobody sent
 */
export async function sweepSubscriptions(
  container: MedusaContainer,
  { full }: { full: boolean },
): Promise<SubscriptionSweep> {
  const sweep: SubscriptionSweep = { looked_at: 0, synced: 0, failed: 0 }
  for (const source of discordOf(container).options.subscriptions) {
    try {
      await sweepSource(container, source, full, sweep)
    } catch (error) {
      // One source that cannot be read holds up no other; what it gave stays.
      sweep.failed++
      await discordOf(container).sourceFailures.report(`subscription source ${source.name}`, [
        say("subscription.unreadable", { source: source.name, why: messageOf(error) }),
      ])
    }
  }
  return sweep
}

async function sweepSource(
  container: MedusaContainer,
  source: SubscriptionSource,
  full: boolean,
  sweep: SubscriptionSweep,
): Promise<void> {
  const mark = discordOf(container).chores.watermark(`subscription:${source.name}`)
  const begun = await mark.now()
  const at = await mark.read()
  for (const id of await mark.laggards(RETRIED)) {
    const { failed } = sweep
    const reading = await readSubscription(container, source, id)
    await lookAt(container, source, new Map([[id, reading]]), sweep)
    if (sweep.failed === failed) {
      await mark.dropLaggards([id])
    }
  }
  if (source.kind === "function") {
    if (full || at === null) {
      await sweepKnown(container, source, sweep)
    }
  } else {
    const since = full || at === null ? THE_BEGINNING : new Date(at.getTime() - IN_FLIGHT_MS)
    for await (const page of changedSince(container, source, since)) {
      await lookAt(container, source, page, sweep)
    }
  }
  await mark.advance(begun)
}

/** Pages by id, which never changes: a row that changes meanwhile moves none of the others to another page. */
async function* changedSince(
  container: MedusaContainer,
  source: EntitySource,
  since: Date,
): AsyncGenerator<Map<string, RecordReading>> {
  let last = ""
  for (;;) {
    const filters = { updated_at: { $gte: since }, id: { $gt: last } }
    const page = await readRecords(container, source, filters, PAGE)
    yield page
    if (page.size < PAGE) {
      return
    }
    last = [...page.keys()].at(-1) ?? last
  }
}

/** A function cannot list its subscriptions: those that gave something are looked at again. */
async function sweepKnown(
  container: MedusaContainer,
  source: FunctionSource,
  sweep: SubscriptionSweep,
): Promise<void> {
  for (const id of await discordOf(container).entitlements.listSubscriptionIds(source.name)) {
    const reading = await readSubscription(container, source, id)
    await lookAt(container, source, new Map([[id, reading]]), sweep)
  }
}

/** Syncs those subscriptions that say something else than what is stored. */
async function lookAt(
  container: MedusaContainer,
  source: SubscriptionSource,
  page: Map<string, RecordReading>,
  sweep: SubscriptionSweep,
): Promise<void> {
  const discord = discordOf(container)
  const understood = [...page].flatMap(([id, reading]) =>
    reading.kind === "understood" ? [factsOf(source, id, reading.readings)] : [],
  )
  for (const [id, reading] of page) {
    if (reading.kind === "not_understood" && !reading.young) {
      sweep.failed++
      await discord.sourceFailures.report(`subscription ${id}`, reading.problems)
    }
  }
  for (const id of await discord.entitlements.listStaleSources(understood)) {
    try {
      await syncSubscriptionEntitlementsWorkflow(container).run({
        input: { source: source.name, id },
      })
      sweep.synced++
    } catch (error) {
      sweep.failed++
      await remember(container, source, id, error)
    }
  }
  sweep.looked_at += page.size
}

/** What failed for no fault of the record's is tried again in each sweep until it succeeds. */
async function remember(
  container: MedusaContainer,
  { name }: SubscriptionSource,
  id: string,
  error: unknown,
): Promise<void> {
  container
    .resolve<Logger>(ContainerRegistrationKeys.LOGGER)
    .error(`discord: subscription ${id} of ${name} is tried again each minute: ${messageOf(error)}`)
  await discordOf(container).chores.watermark(`subscription:${name}`).keepLaggards([id])
}

function messageOf(error: unknown): string {
  return wordsOf(error) ?? String(error)
}
