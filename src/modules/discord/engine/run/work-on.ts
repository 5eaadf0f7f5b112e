import { say } from "../../../../messages"
import { Closing } from "../../discord-api/rate-limits"
import { retryDelayMs } from "../backoff.rules"
import type { ClaimedMembership } from "../work.store"
import { finishMembership, LostLease, releaseMembership } from "../../membership/record.store"
import type { Gate } from "../circuits"
import { messageOf, type SyncDeps } from "../deps"
import type { Incidents } from "./diagnosis"
import { syncMembership } from "./sync-membership"

/** Brings one claimed membership up to date. One member whose rows are broken must not stop everyone else's. */
export async function workOn(
  { deps, incidents }: { deps: SyncDeps; incidents: Incidents },
  claimed: ClaimedMembership,
  gate: Gate,
): Promise<void> {
  const bot = deps.bot.at(claimed.priority)
  try {
    await syncMembership({ ...deps, bot }, incidents, gate, claimed)
  } catch (error) {
    if (error instanceof Closing) {
      await releaseMembership(deps.db, claimed.id, claimed.lease_id)
      return
    }
    if (error instanceof LostLease) {
      deps.logger.warn(`discord: ${error.message} after a long wait`)
      return
    }
    deps.logger.error(`discord: membership ${claimed.id} failed: ${messageOf(error)}`)
    await giveBack(deps, claimed)
  }
}

async function giveBack({ db }: SyncDeps, claimed: ClaimedMembership): Promise<void> {
  const attempts = claimed.attempts + 1
  await finishMembership(db, {
    membership_id: claimed.id,
    lease_id: claimed.lease_id,
    generation: claimed.generation,
    status: "retrying",
    retry_ms: retryDelayMs(attempts, null),
    attempts,
    recheck_at: null,
    error: { owner: "bug", code: null, message: say("discord.plugin_failed") },
  })
}
