import { render } from "../../../messages"
import { randomUUID } from "node:crypto"
import { toFailure } from "../discord-api/errors"
import { ownerOf, saysAway, saysBotIsOut } from "../engine/run/error-owner.rules"
import { isTakenBack, takeBackDelayMs, TESTED, testedOn } from "./role-test.rules"
import { PRIORITY } from "../statuses.rules"
import { markDue } from "../membership/mark.store"
import { holdMember, type HeldMember } from "../membership/member-hold.store"
import { releaseMembership } from "../membership/record.store"
import { writeActivity } from "../activity/activity.store"
import {
  claimLeftover,
  closeTest,
  isServerConnected,
  releaseTest,
  type RoleTestRow,
} from "./role-test.store"
import type { SyncDeps } from "../engine/deps"

type Deps = Pick<SyncDeps, "db" | "bot" | "logger">

/** Longer than one call of a slow Discord takes. */
const HOLD_MS = 90_000
/** The member is being worked on: a moment later they are not. */
const BUSY_MS = 5_000
/** More than anybody leaves behind; the rest has its turn a minute later. */
const MOST = 100

/**
 * Takes back what tests gave and left: Discord did not do it, or the process died in the middle. Tried with growing waits until
 * Discord confirms it, or says that the member or the role is gone.
 *
 * @returns the servers that have work now
 */
export async function takeBackLeftovers(deps: Deps): Promise<string[]> {
  const server_ids = new Set<string>()
  for (let count = 0; count < MOST; count++) {
    const leftover = await claimLeftover(deps.db, HOLD_MS)
    const ended = leftover && (await takeBack(deps, leftover))
    if (!ended) {
      break
    }
    ended.server_ids.forEach((id) => server_ids.add(id))
    if (ended.is_away) {
      break
    }
  }
  return [...server_ids]
}

interface Ended {
  server_ids: string[]
  /** Discord is not to be reached: nobody else would fare better. */
  is_away: boolean
}

async function takeBack(deps: Deps, test: RoleTestRow): Promise<Ended> {
  const { db } = deps
  const lease_id = randomUUID()
  const held = await holdMember(db, { ...test, lease_id, lease_ms: HOLD_MS })
  if (held.is_busy) {
    await releaseTest(db, test.id, { wait_ms: BUSY_MS, failures: 0 })
    return { server_ids: [], is_away: false }
  }
  try {
    if (held.ledger.includes(test.role_id)) {
      // They have bought it meanwhile: it is the engine's to take, once that ends.
      await closeTest(db, test.id)
      return { server_ids: [], is_away: false }
    }
    const is_away = await ask(deps, test, held)
    return { server_ids: await lookAgain(deps, held), is_away }
  } finally {
    if (held.membership_id) {
      await releaseMembership(db, held.membership_id, lease_id)
    }
  }
}

/** @returns whether Discord is not to be reached */
async function ask(
  { db, bot, logger }: Deps,
  test: RoleTestRow,
  held: HeldMember,
): Promise<boolean> {
  const { id, server_id, guild_id, discord_user_id, role_id } = test
  const entry = {
    trigger: test.actor_id,
    server_id,
    membership_id: held.membership_id,
    account_id: held.account_id,
    role_id,
  }
  try {
    await bot.removeRole(guild_id, discord_user_id, role_id, render(TESTED))
  } catch (error) {
    const failure = toFailure(error)
    const isOut = saysBotIsOut(failure) && !(await isServerConnected(db, server_id))
    if (isTakenBack(failure) || isOut) {
      await closeTest(db, id)
      return false
    }
    const { message } = ownerOf(failure, "remove_role")
    logger.warn(
      `discord: a test gave role ${role_id} to user ${discord_user_id} in ${guild_id}, and it is not taken back yet: ${render(message)}`,
    )
    const wait_ms = takeBackDelayMs(test.attempts + 1, failure.retry_after_ms)
    await releaseTest(db, id, { wait_ms, failures: 1 })
    return saysAway(failure)
  }
  await writeActivity(db, [
    {
      ...entry,
      action: "role_removed",
      discord_status: 204,
      message: testedOn({ discord_user_id, member: null }),
    },
  ])
  await closeTest(db, id)
  return false
}

/** A purchase in the middle may have given the very role: a fresh look puts that right. */
async function lookAgain({ db }: Deps, { account_id }: HeldMember): Promise<string[]> {
  return account_id
    ? markDue(db, { kind: "accounts", account_ids: [account_id] }, PRIORITY.change, {
        look: "first",
      })
    : []
}
