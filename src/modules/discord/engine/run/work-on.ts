import { say } from "../../../../messages"
import { Closing } from "../../discord-api/rate-limits"
import { retryDelayMs } from "../backoff.rules"
import type { ClaimedMembership } from "../work.store"
import {
  finishMembership,
  LostLease,
  releaseMembership,
  type Finish,
} from "../../membership/record.store"
import type { Gate } from "../circuits"
import { messageOf, type SyncDeps } from "../deps"
import type { Incidents } from "./diagnosis"
import { passes } from "../../db/database-failure.rules"
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
    if (passes(error)) {
      // Of an outage the watch tells, once for all that is in hand.
      await giveBack(deps, claimed, {
        owner: "transient",
        code: null,
        message: say("discord.database_away"),
      })
      return
    }
    deps.logger.error(`discord: membership ${claimed.id} failed: ${messageOf(error)}`)
    await giveBack(deps, claimed, {
      owner: "bug",
      code: null,
      message: say("discord.plugin_failed"),
    })
  }
}

async function giveBack(
  { db }: SyncDeps,
  claimed: ClaimedMembership,
  error: Finish["error"],
): Promise<void> {
  const attempts = claimed.attempts + 1
  await finishMembership(db, {
    membership_id: claimed.id,
    lease_id: claimed.lease_id,
    generation: claimed.generation,
    status: "retrying",
    retry_ms: retryDelayMs(attempts, null),
    attempts,
    recheck_at: null,
    error,
  })
}
