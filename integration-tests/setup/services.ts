import type { DiscordSandbox } from "../discord-sandbox"
import type { Postgres } from "../helpers/store/postgres"

interface Services {
  postgres: Postgres
  sandbox: DiscordSandbox
}

const holder = globalThis as typeof globalThis & { discordTestServices?: Services }

/** Jest loads set-up and teardown apart: they meet on the global object. */
export function keepServices(services: Services): void {
  holder.discordTestServices = services
}

export async function stopServices(): Promise<void> {
  await holder.discordTestServices?.sandbox.close()
  await holder.discordTestServices?.postgres.stop()
}
