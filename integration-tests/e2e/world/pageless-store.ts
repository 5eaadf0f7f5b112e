import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import path from "node:path"
import { Medusa } from "../../../demo/medusa"
import { Cleanup } from "../../../demo/process/cleanup"
import { freePort } from "../../helpers/store/postgres"
import type { World } from "./addresses"

/** The world's store in one more process, on an address of its own, that names no storefront page: the plugin's own are shown. */
export async function startPagelessStore(
  world: World,
): Promise<{ world: World; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "discord-roles-pageless-"))
  const cleanup = new Cleanup()
  cleanup.add("the temporary folder", () => rm(folder, { recursive: true, force: true }))
  const medusa = `http://127.0.0.1:${await freePort()}`
  const env = {
    ...process.env,
    ...world.environment,
    MEDUSA_BACKEND_URL: medusa,
    DISCORD_REDIRECT_URLS: "",
    DISCORD_SUPPORT_URL: "mailto:help@example.com",
  }
  const program = new Medusa(env, folder, new AbortController().signal, cleanup)
  await program.start(medusa).catch(async (error: unknown) => {
    await cleanup.run()
    throw error
  })
  const addresses = { ...world.addresses, medusa }
  return {
    world: { ...world, addresses, logFile: program.logFile },
    stop: () => cleanup.run(),
  }
}
