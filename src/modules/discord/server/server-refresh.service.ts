import { MedusaError } from "@medusajs/framework/utils"
import { isDiscordFailure } from "./discord-api/errors"
import { ownerOf } from "./domain/error-owner"
import { canManageRoles } from "./domain/role-assignability"
import { readServerFacts } from "./servers"
import {
  noteUnreadable,
  observeServer,
  pauseServer,
  replayParked,
  resumeServer,
} from "./store/servers"
import type { SyncDeps } from "./sync/deps"

/**
 * Reads a server from Discord and stores what is found, even if that is that it cannot be read; what waited for the admin
 * is tried once more.
 *
 * @returns the servers that have work now
 * @throws MedusaError UNEXPECTED_STATE in words when Discord does not answer
 */
export async function readServerAgain(
  { bot, db }: Pick<SyncDeps, "bot" | "db">,
  serverId: string,
  guildId: string,
): Promise<string[]> {
  try {
    const facts = await readServerFacts(bot, guildId, { channels: true })
    await observeServer(db, facts)
    if (canManageRoles(facts.bot_permissions)) {
      await resumeServer(db, serverId)
    }
    return [serverId, ...(await replayParked(db, serverId))]
  } catch (error) {
    if (!isDiscordFailure(error)) {
      throw error
    }
    const { reach, message } = ownerOf(error, "read_server")
    if (reach === "server") {
      await noteUnreadable(db, serverId, "bot_in_server")
      await pauseServer(db, serverId, message)
      return []
    }
    if (error.status === 401) {
      await noteUnreadable(db, serverId, "token")
      return []
    }
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)
  }
}
