import type {
  AdminDiscordRoleTestResponse,
  AdminDiscordServerCheck,
  AdminDiscordServerResponse,
} from "../../../../src/types/http"
import { takeBackRolesWorkflow } from "../../../../src/workflows/server"
import { type StoreProcess } from "../../../helpers/store/store-process"
import type { Scene } from "../../../helpers/store/suite"

export const SERVERS = "/admin/discord/servers"

export const MEMBER_ROLE = "/guilds/:guild/members/:user/roles/:role"

export const DELETE_ROLE = { method: "DELETE", route: MEMBER_ROLE }

export interface ErrorBody {
  type: string
  message: string
}

export const processes: StoreProcess[] = []

/** What the tests of this suite have in common. */
export function helpersOf(scene: () => Scene) {
  const newMember = async (...roles: string[]) => {
    const { control, guildId } = scene().discord
    const { id } = await control.createUser({ username: "mia" })
    await control.addMember(guildId, id, { roles })
    return id
  }
  const test = async (serverId: string, role_id: string, discord_user_id: string, more = {}) => {
    const { steps } = await scene().admin.send<AdminDiscordRoleTestResponse>(
      `${SERVERS}/${serverId}/test`,
      { body: { role_id, discord_user_id, ...more } },
    )
    return steps
  }
  const testGold = (serverId: string, userId: string) =>
    test(serverId, scene().discord.roles.Gold, userId)
  const leftover = async (serverId: string): Promise<AdminDiscordServerCheck[]> => {
    const { checks } = await scene().admin.send<AdminDiscordServerResponse>(
      `${SERVERS}/${serverId}`,
    )
    return checks.filter(({ id }) => id === "role_tests")
  }
  const written = () => scene().db<{ attempts: number }>("discord_role_test")
  /** As the clock does, once the wait is over. */
  const takeBack = async () => {
    await scene().db.raw("update discord_role_test set next_attempt_at = now(), settles_at = now()")
    await takeBackRolesWorkflow(scene().container).run()
  }
  return { newMember, test, testGold, leftover, written, takeBack }
}
