import { keepNamesOfMany, type NamedUser } from "../account/user-names.store"
import { namesIn } from "../discord-api/answers"
import type { SyncDeps } from "../engine/deps"
import type { SeenMember } from "../engine/run/seen.rules"
import { loadMemberships } from "../membership/load.store"
import { PRIORITY } from "../statuses.rules"
import { believedOf, compare, isOfNoInterest, type Believed, type Compared } from "./compare"
import {
  applyAll,
  insertDifferences,
  membershipsBetween,
  recordSeen,
  untouchedSince,
} from "./difference.store"
import { readListPage, readOne, type ListPage } from "./read-page"
import { modeFor } from "./reconcile.rules"
import {
  advanceReconcile,
  setMode,
  type PageResult,
  type ReconcileRun,
} from "./reconcile-run.store"

/** Members who are read side by side: as many as Discord lets one read in four seconds. */
const ONES = 20

type Deps = Pick<SyncDeps, "db" | "bot">

/**
 * Holds the next members of a run against Discord, and writes down what that comes to. However many members a server has: one page
 * is in memory.
 *
 * @returns whether the run may go on
 * @throws DiscordFailure when Discord does not answer
 */
export async function reconcilePage(deps: Deps, run: ReconcileRun): Promise<boolean> {
  if (run.mode === null) {
    await setMode(deps.db, run.id, modeFor(run.total, run.member_count))
    return true
  }
  return run.mode === "list" ? compareList(deps, run) : compareOnes(deps, run)
}

async function compareList(deps: Deps, run: ReconcileRun): Promise<boolean> {
  const { db } = deps
  const page = await readListPage(deps.bot.at(PRIORITY.bulk), run)
  if (page === null) {
    await setMode(db, run.id, "one_by_one")
    return true
  }
  const range = { server_id: run.server_id, after: run.cursor, upto: page.upto, limit: null }
  const ours = await membershipsBetween(db, range)
  const now = new Date()
  const compared = (await believed(db, ours, run, now)).map((each) =>
    compare(each, page.members.get(each.facts.membership.discord_user_id)?.member ?? null, now),
  )
  await keepNamesOfMany(db, namesOf(page, ours))
  return record(db, run, compared, { cursor: page.upto, done: ours.length })
}

async function compareOnes(deps: Deps, run: ReconcileRun): Promise<boolean> {
  const { db } = deps
  const bot = deps.bot.at(PRIORITY.bulk)
  const range = { server_id: run.server_id, after: run.cursor, upto: null, limit: ONES }
  const ours = await membershipsBetween(db, range)
  const sightings = new Map<string, SeenMember | null>()
  for (const each of await believed(db, ours, run, new Date())) {
    if (!isOfNoInterest(each)) {
      sightings.set(each.facts.membership.id, null)
    }
  }
  await Promise.all(
    ours
      .filter(({ id }) => sightings.has(id))
      .map(async ({ id, discord_user_id }) =>
        sightings.set(id, await readOne(bot, run.guild_id, discord_user_id)),
      ),
  )
  const now = new Date()
  const compared = (await believed(db, ours, run, now)).flatMap((each) => {
    const sighting = sightings.get(each.facts.membership.id)
    return sighting === undefined ? [] : [compare(each, sighting, now)]
  })
  const cursor = ours.length < ONES ? null : (ours.at(-1)?.discord_user_id ?? null)
  return record(db, run, compared, { cursor, done: ours.length })
}

/** What those are called now whom the store knows. */
function namesOf({ members }: ListPage, ours: readonly { discord_user_id: string }[]): NamedUser[] {
  return ours.flatMap(({ discord_user_id }) => {
    const names = namesIn(members.get(discord_user_id)?.user)
    return names ? [{ discord_user_id, ...names }] : []
  })
}

/** Whom nobody has touched since Discord was about to be asked: of the others it is not known what came first. */
async function believed(
  db: SyncDeps["db"],
  ours: readonly { id: string }[],
  { read_at }: ReconcileRun,
  now: Date,
): Promise<Believed[]> {
  const ids = ours.map(({ id }) => id)
  if (ids.length === 0) {
    return []
  }
  const loaded = await loadMemberships(db, ids)
  const untouched = await untouchedSince(db, ids, read_at)
  return loaded
    .filter(({ membership }) => untouched.has(membership.id))
    .map((facts) => believedOf(facts, now))
}

/** All that a page came to, and how far the run is by it. A dry run changes nothing of any member. */
async function record(
  db: SyncDeps["db"],
  run: ReconcileRun,
  compared: readonly Compared[],
  { cursor, done }: Pick<PageResult, "cursor" | "done">,
): Promise<boolean> {
  const differences = compared.flatMap(({ difference }) => difference ?? [])
  const seen = compared.flatMap((each) => each.seen ?? [])
  const added = differences.reduce((sum, each) => sum + each.added.length, 0)
  const removed = differences.reduce((sum, each) => sum + each.removed.length, 0)
  const goesOn = await db.transaction(async (tx) => {
    const advanced = await advanceReconcile(tx, run, { cursor, done, added, removed })
    if (advanced) {
      await insertDifferences(tx, run.id, differences, run.read_at)
    }
    return advanced
  })
  if (goesOn && !run.dry_run) {
    // Each by itself, since each locks members: together they could wait for others in a circle.
    await recordSeen(db, seen, run.read_at)
    // What takes nothing waits for nobody's word.
    await applyAll(db, run.id, { takes: false })
  }
  return goesOn
}
