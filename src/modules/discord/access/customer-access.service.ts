import type {
  StoreDiscordResponse,
  StoreDiscordRoleState,
  StoreDiscordServer,
} from "../../../types/http"
import { accountTodo, answerTodo, ON_HOLD, serverTodo } from "./customer-todo.rules"
import type { Db } from "../db/db"
import {
  readAccount,
  readRoleAccess,
  type CustomerAccount,
  type RoleAccess,
} from "./customer-access.store"

/**
 * What a customer sees of their access. Entitlements without an account wait: the customer is told to connect.
 *
 * @param webUrl Discord's web origin
 */
export async function readCustomerAccess(
  db: Db,
  customerId: string,
  webUrl: string,
): Promise<StoreDiscordResponse> {
  const account = await readAccount(db, customerId)
  const { access, is_on_hold } = await readRoleAccess(db, customerId, new Date())
  const sampleOfServer = new Map(access.map((role) => [role.guild_id, role]))
  const servers = [...sampleOfServer.values()].map((sample) => {
    const roles = access.filter((role) => role.guild_id === sample.guild_id)
    return toServer(account, sample, roles, webUrl)
  })
  return {
    account,
    servers,
    // What the customer can do themselves comes first.
    todo:
      answerTodo(accountTodo(account, access.length > 0)) ??
      servers.find(({ todo }) => todo !== null)?.todo ??
      answerTodo(is_on_hold ? ON_HOLD : null),
  }
}

function toServer(
  account: CustomerAccount | null,
  sample: RoleAccess,
  roles: RoleAccess[],
  webUrl: string,
): StoreDiscordServer {
  const is_complete = roles.every(({ held }) => held)
  const is_withheld = roles.some(({ withheld }) => withheld)
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
    last_seen_at: sample.last_seen_at?.toISOString() ?? null,
    todo: answerTodo(
      account &&
        serverTodo({ ...sample, account_status: account.status, is_complete, is_withheld }, webUrl),
    ),
  }
}

function stateOf({ held, withheld, status }: RoleAccess): StoreDiscordRoleState {
  if (held) {
    return "held"
  }
  if (withheld) {
    return "waiting"
  }
  return status === "due" || status === "retrying" || status === "synced" ? "pending" : "waiting"
}
