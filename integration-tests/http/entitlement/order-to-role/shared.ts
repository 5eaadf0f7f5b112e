import type { Scene } from "../../../helpers/store/suite"

export const JOIN = "PUT /guilds/:guild/members/:user"

export const READ = "GET /guilds/:guild/members/:user"

export const ADD = "PUT /guilds/:guild/members/:user/roles/:role"

export const SET = "PATCH /guilds/:guild/members/:user"

export const REMOVE = "DELETE /guilds/:guild/members/:user/roles/:role"

export const PUT_MEMBER = { method: "PUT", route: "/guilds/:guild/members/:user" }

export const PUT_ROLE = { method: "PUT", route: "/guilds/:guild/members/:user/roles/:role" }

export async function endedReasons({ db }: Scene, orderId: string): Promise<(string | null)[]> {
  const entitlements = await db<{ ended_reason: string | null }>("discord_entitlement").where({
    source_id: orderId,
  })
  return entitlements.map(({ ended_reason }) => ended_reason)
}
