import { Client } from "pg"

/** Empties the plugin's tables: the store and its products stay, and no server is connected. */
export async function forgetDiscord(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables
        where table_schema = 'public' and table_name like 'discord\\_%'`,
    )
    await client.query(`truncate ${rows.map(({ name }) => name).join(", ")} cascade`)
  } finally {
    await client.end()
  }
}
