import type { StoreDiscordResponse, StoreDiscordRoleState } from "../../types/http"
import type { Db } from "./store/db"
import {
  readAccount,
  readRoleAccess,
  type CustomerAccount,
  type RoleAccess,
} from "./store/customer-access"

const CONNECT = "Connect Discord to receive your roles."
const RECONNECT = "Connect Discord again: Discord no longer accepts the connection."

/** What a customer sees of their access. Entitlements without an account wait: the customer is told to connect. */
export async function readCustomerAccess(
  db: Db,
  customerId: string,
): Promise<StoreDiscordResponse> {
  const account = await readAccount(db, customerId)
  const access = await readRoleAccess(db, customerId, new Date())
  const sampleOfServer = new Map(access.map((role) => [role.guild_id, role]))
  return {
    account,
    servers: [...sampleOfServer.values()].map((sample) =>
      toServer(
        sample,
        access.filter((role) => role.guild_id === sample.guild_id),
      ),
    ),
    todo: todoOf(account, access),
  }
}

function toServer(
  sample: RoleAccess,
  roles: RoleAccess[],
): StoreDiscordResponse["servers"][number] {
  const isCustomersMove =
    sample.status === "waiting_for_customer" || sample.status === "waiting_for_join"
  return {
    guild_id: sample.guild_id,
    name: sample.server_name,
    icon: sample.server_icon,
    roles: roles.map((role) => ({
      role_id: role.role_id,
      name: role.role_name,
      color: role.color,
      state: stateOf(role),
    })),
    todo: isCustomersMove ? sample.error_message : null,
  }
}

function stateOf({ held, status }: RoleAccess): StoreDiscordRoleState {
  if (held) {
    return "held"
  }
  return status === "due" || status === "retrying" || status === "synced" ? "pending" : "waiting"
}

function todoOf(account: CustomerAccount | null, access: RoleAccess[]): string | null {
  if (account?.status === "token_invalid") {
    return RECONNECT
  }
  return account || access.length === 0 ? null : CONNECT
}
