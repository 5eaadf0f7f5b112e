import { rows, type Db } from "../db/db"
import { ALIVE } from "../operations/process.store"
import { CHORE, SWEEP, type ChoreAge } from "./chores.rules"

/** How long nobody has swept. */
export interface SweepSilence {
  /** Milliseconds since it was last done, or since somebody began to wait for it. */
  ms: number
  /** Whether it was ever done. */
  is_done: boolean
}

/**
 * How long ago a sweep was last done, in any process. Where nobody has heard of one, since there is no worker, it has been waited
 * for as long as there is a server, or a process that runs: who asks may have begun a moment ago.
 */
export async function readSweep(db: Db): Promise<SweepSilence> {
  const [silence] = await rows<SweepSilence>(
    db,
    `with sweep as (
       select done_at, created_at from discord_lease where id = :id),
     unheard as (
       select least(
         (select min(created_at) from discord_server where deleted_at is null),
         (select min(created_at) from discord_process
           where seen_at > now() - ${ALIVE} and deleted_at is null)) as since)
     select cast(extract(epoch from now() - coalesce(done_at, created_at, since, now())) * 1000 as float) as ms,
            done_at is not null as is_done
       from unheard left join sweep on true`,
    { id: CHORE + SWEEP },
  )
  return silence ?? { ms: 0, is_done: false }
}

/** How each chore has fared that was begun since the store's processes say how often it is to be done. */
export async function readChoreAges(db: Db): Promise<ChoreAge[]> {
  return rows(
    db,
    `select substr(id, length(:prefix) + 1) as name, every_ms,
            cast(extract(epoch from now() - begun_at) * 1000 as float) as begun_ms,
            cast(extract(epoch from now() - coalesce(done_at, created_at)) * 1000 as float) as silent_ms
       from discord_lease
      where starts_with(id, :prefix) and every_ms is not null and begun_at is not null
      order by id`,
    { prefix: CHORE },
  )
}
