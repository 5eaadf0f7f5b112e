import type { Catalogue } from "../../../messages"
import type {
  StoreDiscordAccount,
  StoreDiscordResponse,
  StoreDiscordRoleState,
  StoreDiscordServer,
} from "../../../types/http"
import { accountTodo, answerTodo, ON_HOLD, serverTodo, todoPages } from "./customer-todo.rules"
import type { Db } from "../db/db"
import {
  readAccount,
  readRoleAccess,
  type CustomerAccount,
  type RoleAccess,
} from "./customer-access.store"
import { mustJoin } from "./outsider.rules"
import { avatarUrl, serverIconUrl } from "./pictures.rules"

/** What the answer to a customer is made with. */
export interface AccessView {
  /** In whose language; English when left out. */
  texts?: Catalogue | undefined
  /** Discord's web origin. */
  webUrl: string
  /** A link that brings the customer into a server, by our id of it. */
  joinUrl: (serverId: string) => string
}

/** What a customer sees of their access. Entitlements without an account wait: the customer is told to connect. */
export async function readCustomerAccess(
  db: Db,
  customerId: string,
  view: AccessView,
): Promise<StoreDiscordResponse> {
  const account = await readAccount(db, customerId)
  const { access, is_on_hold } = await readRoleAccess(db, customerId, new Date())
  const sampleOfServer = new Map(access.map((role) => [role.guild_id, role]))
  const servers = [...sampleOfServer.values()].map((sample) => {
    const roles = access.filter((role) => role.guild_id === sample.guild_id)
    return toServer(account, sample, roles, view)
  })
  return {
    account: account && toAccount(account),
    servers,
    // What the customer can do themselves comes first.
    todo:
      answerTodo(accountTodo(account, access.length > 0), view.texts) ??
      servers.find(({ todo }) => todo !== null)?.todo ??
      answerTodo(is_on_hold ? ON_HOLD : null, view.texts),
  }
}

function toAccount(account: CustomerAccount): StoreDiscordAccount {
  const { avatar, ...shown } = account
  return {
    ...shown,
    display_name: shown.global_name ?? shown.username,
    avatar_url: avatarUrl(shown.discord_user_id, avatar),
  }
}

function toServer(
  account: CustomerAccount | null,
  sample: RoleAccess,
  roles: RoleAccess[],
  { texts, webUrl, joinUrl }: AccessView,
): StoreDiscordServer {
  const { guild_id, server_icon } = sample
  const is_complete = roles.every(({ held }) => held)
  const is_withheld = roles.some(({ withheld }) => withheld)
  const join_url = mustJoin(sample) ? joinUrl(sample.server_id) : null
  const pages = todoPages(webUrl, guild_id, join_url)
  const todo =
    account &&
    serverTodo({ ...sample, account_status: account.status, is_complete, is_withheld }, pages)
  return {
    guild_id,
    name: sample.server_name,
    icon_url: serverIconUrl(guild_id, server_icon),
    open_url: pages.server,
    join_url,
    roles: roles.map((role) => ({
      role_id: role.role_id,
      name: role.role_name,
      color: role.color,
      state: stateOf(role),
      ends_at: role.ends_at?.toISOString() ?? null,
    })),
    last_seen_at: sample.last_seen_at?.toISOString() ?? null,
    todo: answerTodo(todo, texts),
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
