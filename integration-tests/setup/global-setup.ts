import { startDiscordSandbox } from "../discord-sandbox"
import { startPostgres } from "../helpers/store/postgres"
import { keepServices } from "./services"

/** One PostgreSQL and one Discord sandbox for all suites of a run; each suite makes its own database. */
export default async function globalSetup(): Promise<void> {
  const postgres = await startPostgres({ inMemory: true })
  const sandbox = await startDiscordSandbox()
  keepServices({ postgres, sandbox })
  const url = new URL(postgres.serverUrl)
  // The names Medusa's test runner reads.
  Object.assign(process.env, {
    // Medusa's runner asks for TLS from any host that it does not know as local by this name.
    DB_HOST: url.hostname === "127.0.0.1" ? "localhost" : url.hostname,
    DB_PORT: url.port,
    DB_USERNAME: decodeURIComponent(url.username),
    DB_PASSWORD: decodeURIComponent(url.password),
    DISCORD_SANDBOX_URL: sandbox.url,
  })
}
