import { refusedByDiscord } from "../refused"
import { isDiscordFailure } from "../discord-api/errors"
import { ownerOf, saysBotIsOut } from "../engine/run/error-owner.rules"
import { canManageRoles } from "./role-assignability.rules"
import { readServerFacts } from "./server-facts.service"
import { hastenProbe, isPaused, pauseServer, resumeSeen } from "./server-pause.store"
import { noteUnreadable, observeServer, replayParked } from "./server.store"
import type { SyncDeps } from "../engine/deps"

/**
 * Reads a server from Discord and stores what is found, even if that is that it cannot be read; what waited for the admin
 * is tried once more, unless the server is paused still; then one call is tried within a minute if something was mended.
 *
 * @param options.parked whether what waited is tried in any case, or only if something was mended: nobody asked for it
 * @returns the servers that have work now
 * @throws MedusaError in words when Discord does not answer, or refuses
 */
export async function readServerAgain(
  { bot, db }: Pick<SyncDeps, "bot" | "db">,
  serverId: string,
  guildId: string,
  { parked = "always" }: { parked?: "always" | "if_mended" } = {},
): Promise<string[]> {
  try {
    const facts = await readServerFacts(bot, guildId, { channels: true })
    const mended = await observeServer(db, facts)
    const resumed = canManageRoles(facts.bot_permissions) && (await resumeSeen(db, serverId))
    if (await isPaused(db, serverId)) {
      if (mended) {
        await hastenProbe(db, serverId)
      }
      return []
    }
    const isTriedAgain = parked === "always" || mended || resumed
    return isTriedAgain ? [serverId, ...(await replayParked(db, serverId))] : []
  } catch (error) {
    if (!isDiscordFailure(error)) {
      throw error
    }
    const { message } = ownerOf(error, "read_server")
    if (saysBotIsOut(error)) {
      await noteUnreadable(db, serverId, "bot_in_server")
      await pauseServer(db, serverId, { reason: message, code: null })
      return []
    }
    if (error.status === 401) {
      await noteUnreadable(db, serverId, "token")
      return []
    }
    throw refusedByDiscord(error, "read_server")
  }
}
