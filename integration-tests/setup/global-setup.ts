import { startDiscordSandbox } from "../discord-sandbox"
import { cliEnv, medusaCli } from "../helpers/store/medusa-cli"
import { startPostgres } from "../helpers/store/postgres"
import { keepServices } from "./services"

/** Whose suites boot Medusa. */
const WITH_STORES = new Set([
  "integration:http",
  "integration:access",
  "integration:hostile",
  "integration:distributed",
])

/** One PostgreSQL and one Discord sandbox for all suites of a run; each suite makes its own database. */
export default async function globalSetup(): Promise<void> {
  const postgres = await startPostgres({ inMemory: true })
  const sandbox = await startDiscordSandbox()
  if (postgres.isOwn && WITH_STORES.has(process.env.TEST_TYPE ?? "")) {
    // PostgreSQL copies it for every database that is made without a word of another: Medusa's hundreds of migrations run once, and
    // not for every suite. Without the scripts that fill a new store: what is in a suite's store, it puts there itself.
    const env = cliEnv(`${postgres.serverUrl}/template1`, sandbox.url)
    await medusaCli(env, "db:migrate", "--skip-scripts")
  }
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
