import { Client } from "pg"

/** Empties the plugin's tables: the store and its products stay, and no server is connected. */
export async function forgetDiscord(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
        where table_schema = 'public' and table_name like 'discord\\_%'`,
    )
    await client.query(`truncate ${rows.map(({ name }) => name).join(", ")} cascade`)
  })
}

/** Lets the ten minutes pass in which somebody may come back from Discord. */
export async function expireAuthorizations(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query("update discord_oauth_state set expires_at = now()")
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
