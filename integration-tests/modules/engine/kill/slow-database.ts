import { rows, type Db } from "../../../../src/modules/discord/db/db"
import { PROCESS_NAME } from "../../../helpers/engine/engine-process"
import { eventually } from "../../../helpers/eventually"

/**
 * Lets the database take its time over each step that a killed process takes: without it nearly all of the time would go
 * into Discord's calls, and nearly all kills would fall there.
 */
export async function slowDown(db: Db, maxMs: number): Promise<void> {
  await db.raw(`
    create function take_time() returns trigger as $$
    begin
      if current_setting('application_name') = '${PROCESS_NAME}' then
        perform pg_sleep(random() * ${maxMs / 1000});
      end if;
      return new;
    end $$ language plpgsql`)
  await db.raw(`
    create trigger take_time before update on discord_membership
      for each row execute function take_time()`)
}

/** Resolves when PostgreSQL has noticed that a process died: what it had not committed is undone. */
export async function forgotten(db: Db): Promise<void> {
  await eventually(async () => {
    const sessions = await rows(
      db,
      `select 1 from pg_stat_activity
        where datname = current_database() and application_name = :name`,
      { name: PROCESS_NAME },
    )
    if (sessions.length > 0) {
      throw new Error(`${sessions.length} sessions of the dead process are left`)
    }
  })
}
