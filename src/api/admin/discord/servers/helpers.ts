import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  describeUnassignable,
  type UnassignableReason,
} from "../../../../modules/discord/domain/role-assignability"
import type { AdminDiscordRole, AdminDiscordServer } from "../../../../types/http"

/** @throws MedusaError NOT_FOUND that says where to look */
export async function retrieveServer(
  scope: MedusaContainer,
  id: string,
  fields: string[],
): Promise<AdminDiscordServer> {
  const query = scope.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "discord_server", fields, filters: { id } })
  const server = data[0] as AdminDiscordServer | undefined
  if (!server) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Discord server ${id} was not found. GET /admin/discord/servers lists them.`,
    )
  }
  return server
}

type StoredRole = Omit<AdminDiscordRole, "assignable" | "reason" | "message"> & {
  unassignable_reason: string | null
}

/** A stored role as the admin sees it: whether the bot can give it, and if not, what to do. */
export function toAdminRole({ unassignable_reason, ...role }: StoredRole): AdminDiscordRole {
  const reason = unassignable_reason as UnassignableReason | null
  return {
    ...role,
    assignable: reason === null,
    reason,
    message: reason && describeUnassignable(reason, role.name),
  }
}
