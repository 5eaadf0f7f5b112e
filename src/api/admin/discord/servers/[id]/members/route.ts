import { sayRefusals } from "../../../../../utils/say-refusals"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDiscordServerMemberListResponse } from "../../../../../../types/http"
import { discordOf } from "../../../../../utils/discord"
import { inWords } from "../../../../../utils/in-words"
import { retrieveServer } from "../../helpers"
import type { AdminGetDiscordServerMembers } from "../../validators"

/** Finds people in the Discord server by the beginning of their name. */
export const GET = sayRefusals(
  async (
    req: AuthenticatedMedusaRequest<unknown, AdminGetDiscordServerMembers>,
    res: MedusaResponse<AdminDiscordServerMemberListResponse>,
  ): Promise<void> => {
    const { guild_id } = await retrieveServer(req.scope, req.params.id ?? "", ["id", "guild_id"])
    const { q, limit } = req.validatedQuery
    const { servers } = discordOf(req.scope)
    const found = await servers.searchMembers(guild_id, q, limit).catch(inWords("read_member"))
    res.json({
      members: found
        .filter(({ user }) => user.bot !== true)
        .map(({ user, roles }) => ({
          discord_user_id: user.id,
          username: user.username,
          global_name: user.global_name,
          avatar: user.avatar,
          role_ids: roles,
        })),
    })
  },
)
