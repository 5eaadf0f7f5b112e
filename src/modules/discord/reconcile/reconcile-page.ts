import { keepNamesOfMany, type NamedUser } from "../account/user-names.store"
import { namesIn } from "../discord-api/answers"
import { DiscordFailure } from "../discord-api/errors"
import type { SyncDeps } from "../engine/deps"
import { ownerOf } from "../engine/run/error-owner.rules"
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
import { LIST_PAGE, modeFor } from "./reconcile.rules"
import {
  advanceReconcile,
  setMode,
  type PageResult,
  type ReconcileRun,
} from "./reconcile-run.store"

/** Fewer than that may just have left. */
const FEW = 5
/** Members who are read side by side: as many as Discord lets one read in four seconds. */
const ONES = 20

type Deps = Pick<SyncDeps, "db" | "bot">

/**
 * Holds the next members of a run against Discord, and writes down what that comes to. However many members a server has: one page,
 * and as many of ours, are in memory.
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
  if (page.upto === null) {
    await expectNobodyBehind(deps, run)
  }
  let { cursor } = run
  let goesOn = true
  for (let isLast = false; goesOn && !isLast;) {
    // Of a thousand in Discord's page any number may be known who left since.
    const range = { server_id: run.server_id, after: cursor, upto: page.upto, limit: LIST_PAGE }
    const ours = await membershipsBetween(db, range)
    isLast = ours.length < LIST_PAGE
    const upto = isLast ? page.upto : (ours.at(-1)?.discord_user_id ?? page.upto)
    goesOn = await compareListed(deps, { ...run, cursor }, { page, ours, upto })
    cursor = upto
  }
  return goesOn
}

type Ours = Awaited<ReturnType<typeof membershipsBetween>>

/** Holds some of ours against a page of Discord's list. */
async function compareListed(
  { db }: Deps,
  run: ReconcileRun,
  { page, ours, upto }: { page: ListPage; ours: Ours; upto: string | null },
): Promise<boolean> {
  const now = new Date()
  const compared = (await believed(db, ours, run)).map((each) =>
    compare(each, page.members.get(each.facts.membership.discord_user_id)?.member ?? null, now),
  )
  await keepNamesOfMany(db, namesOf(page, ours))
  return record(db, run, compared, { cursor: upto, done: ours.length })
}

/**
 * Discord's list has ended: where many are believed in the server behind its end, some of them are read, so that an answer cut short takes
 * nobody for gone.
 *
 * @throws DiscordFailure when one of them is in the server
 */
async function expectNobodyBehind(deps: Deps, run: ReconcileRun): Promise<void> {
  const range = { server_id: run.server_id, after: run.cursor, upto: null, limit: LIST_PAGE }
  const behind = await membershipsBetween(deps.db, range)
  const inside = behind.filter(({ in_server }) => in_server === true)
  const found = await readOnes(deps, run, inside.length > FEW ? inside.slice(0, ONES) : [])
  if ([...found.values()].some((member) => member !== null)) {
    throw new DiscordFailure(null, null, null, "Discord's list of members ended before its time")
  }
}

async function compareOnes(deps: Deps, run: ReconcileRun): Promise<boolean> {
  const { db } = deps
  const range = { server_id: run.server_id, after: run.cursor, upto: null, limit: ONES }
  const ours = await membershipsBetween(db, range)
  const interesting = new Set(
    (await believed(db, ours, run))
      .filter((each) => !isOfNoInterest(each))
      .map(({ facts }) => facts.membership.id),
  )
  const wanted = ours.filter(({ id }) => interesting.has(id))
  const sightings = await readOnes(deps, run, wanted)
  const unread = wanted.find(({ id }) => !sightings.has(id))
  // Whom Discord did not answer about is the next to be read.
  const done = unread ? ours.slice(0, ours.indexOf(unread)) : ours
  const now = new Date()
  const compared = (await believed(db, done, run)).flatMap((each) => {
    const sighting = sightings.get(each.facts.membership.id)
    return sighting === undefined ? [] : [compare(each, sighting, now)]
  })
  const isLast = !unread && ours.length < ONES
  const cursor = isLast ? null : (done.at(-1)?.discord_user_id ?? null)
  return record(db, run, compared, { cursor, done: done.length })
}

/**
 * How some members stand, read side by side; each once more where Discord did not answer.
 *
 * @returns by membership. Who could not be read is left out
 * @throws DiscordFailure when the first of them could not be read, or it would be the same with others
 */
async function readOnes(
  deps: Deps,
  { guild_id }: ReconcileRun,
  wanted: Ours,
): Promise<Map<string, SeenMember | null>> {
  const bot = deps.bot.at(PRIORITY.bulk)
  const found = new Map<string, SeenMember | null>()
  const read = async ({ id, discord_user_id }: Ours[number]) =>
    found.set(id, await readOne(bot, guild_id, discord_user_id))
  await Promise.allSettled(wanted.map(read))
  const again = await Promise.allSettled(wanted.filter(({ id }) => !found.has(id)).map(read))
  for (const result of again) {
    const [first] = wanted
    if (
      result.status === "rejected" &&
      (!isPassing(result.reason) || !found.has(first?.id ?? ""))
    ) {
      throw result.reason
    }
  }
  return found
}

function isPassing(error: unknown): boolean {
  return error instanceof DiscordFailure && ownerOf(error, "read_server").owner === "transient"
}

/** What those are called now whom the store knows. */
function namesOf({ members }: ListPage, ours: Ours): NamedUser[] {
  return ours.flatMap(({ discord_user_id }) => {
    const names = namesIn(members.get(discord_user_id)?.user)
    return names ? [{ discord_user_id, ...names }] : []
  })
}

/** Whom nobody has touched since Discord was about to be asked: of the others it is not known what came first. */
async function believed(
  db: SyncDeps["db"],
  ours: Ours,
  { read_at }: ReconcileRun,
): Promise<Believed[]> {
  const ids = ours.map(({ id }) => id)
  if (ids.length === 0) {
    return []
  }
  const loaded = await loadMemberships(db, ids)
  const untouched = await untouchedSince(db, ids, read_at)
  return loaded.filter(({ membership }) => untouched.has(membership.id)).map(believedOf)
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
