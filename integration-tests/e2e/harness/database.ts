import { Client } from "pg"
import { eventually } from "../../helpers/eventually"

/** Empties the plugin's tables: the store and its products stay, and no server is connected. Plans end, or they would be read again. */
export async function forgetDiscord(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
        where table_schema = 'public' and table_name like 'discord\\_%'`,
    )
    const tables = [...rows.map(({ name }) => name), "subscription"].join(", ")
    // The store is still at work, and takes the tables' locks in its own order: PostgreSQL may turn this one away.
    await eventually(() => client.query(`truncate ${tables} cascade`))
  })
}

/** Lets the ten minutes pass in which somebody may come back from Discord. */
export async function expireAuthorizations(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("update discord_oauth_state set expires_at = now()")
  })
}

/** As if nobody had done the store's regular work for a while, nor could: another process is at it and does not end. */
export async function stopSweeps(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into discord_lease (id, owner, expires_at, begun_at, done_at)
       values ('chore:sweep', 'another', now() + interval '1 hour', now(), now() - interval '6 minutes')
       on conflict (id) do update set
         owner = excluded.owner, expires_at = excluded.expires_at, done_at = excluded.done_at`,
    )
  })
}

/** As if two processes of the store ran that do not see each other's locks, and this one were about to say that it is there. */
export async function runTwoProcesses(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into discord_process (id, worker_mode, has_shared_locks, created_at, seen_at)
       select id, 'shared', false, now() + interval '10 minutes', now() + interval '10 minutes'
         from unnest(array['dproc_one', 'dproc_two']) as id`,
    )
  })
}

/** As if buyers' messages had been begun again and again, and never been done. */
export async function stickChore(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into discord_lease (id, owner, expires_at, begun_at, done_at, every_ms)
       values ('chore:connect-messages', 'another', now() + interval '1 hour', now(), now() - interval '2 hours', 60000)
       on conflict (id) do update set
         owner = excluded.owner, expires_at = excluded.expires_at, begun_at = excluded.begun_at,
         done_at = excluded.done_at, every_ms = excluded.every_ms`,
    )
  })
}

/** As if a worker of the store ran with a bot token that Discord refuses. */
export async function refuseWorker(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into discord_process (id, worker_mode, has_shared_locks, bot_token, bot_token_seen_at, seen_at)
       values ('dproc_worker', 'worker', true, 'refused', now(), now() + interval '10 minutes')`,
    )
  })
}

/** Lets PostgreSQL believe meanwhile that a table has a million rows. */
export async function whileLarge(
  databaseUrl: string,
  table: string,
  act: () => Promise<void>,
): Promise<void> {
  const estimate = (rows: number) =>
    withClient(databaseUrl, async (client) => {
      await client.query(
        `update pg_class set reltuples = $1 where oid = to_regclass(quote_ident($2))`,
        [rows, table],
      )
    })
  await estimate(1_000_000)
  try {
    await act()
  } finally {
    await estimate(0)
  }
}

/** As if another process of the store were to listen to Discord's gateway, and could not reach it. */
export async function loseGateway(databaseUrl: string): Promise<void> {
  const gateway = {
    owner: "another",
    connected_at: null,
    heard_at: null,
    hears_members: false,
    trouble: "unreachable",
  }
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into discord_process (id, worker_mode, has_shared_locks, gateway, seen_at)
       values ('dproc_another', 'worker', true, $1, now())`,
      [JSON.stringify(gateway)],
    )
    await client.query(
      `insert into discord_lease (id, owner, expires_at)
       values ('gateway', 'another', now() + interval '1 hour')`,
    )
  })
}

/** Lets all stored tokens look as if another key had sealed them, or as the first versions did: not bound to their row. */
export async function markSeals(
  databaseUrl: string,
  { keyId, bound }: { keyId: string; bound: boolean },
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `update discord_account_token set sealed = $1 || '.' || split_part(sealed, '.', 2) || $2`,
      [keyId, bound ? ".1" : ""],
    )
  })
}

/** As if the store had called Discord in each hour of the last day but the one that runs. */
export async function callDiscordAllDay(
  databaseUrl: string,
  hours: readonly { ago: number; calls: number; rate_limited: number }[],
): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into discord_call_hour (id, begins_at, calls, refused, rate_limited, failed)
       select 'dhour_' || ago, date_trunc('hour', now()) - ago * interval '1 hour', calls, 0, rate_limited, 0
         from jsonb_to_recordset($1) as h (ago int, calls int, rate_limited int)`,
      [JSON.stringify(hours)],
    )
  })
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
