import type {
  StoreDiscordRoleState,
  StoreDiscordServer,
  StoreDiscordTodo,
} from "medusa-plugin-discord-roles/storefront"
import { WORDS } from "../../words"
import { RoleTag } from "./role-tag"
import { Todo } from "./todo"

const STATE: Record<StoreDiscordRoleState, string> = {
  held: "held",
  pending: "on its way",
  waiting: "waiting",
}

interface ServerRolesProps {
  servers: StoreDiscordServer[]
  /** What is said above already. */
  first: StoreDiscordTodo | null
}

export function ServerRoles({ servers, first }: ServerRolesProps) {
  if (servers.every(({ roles }) => roles.length === 0)) {
    return <p className="muted">{WORDS.noRoles}</p>
  }
  return servers.map((server) => (
    <div key={server.guild_id} className="server">
      <h3>{server.name}</h3>
      {server.todo !== null && !isSaid(server.todo, first) && <Todo {...server.todo} />}
      {server.join_url !== null && server.todo?.action_url !== server.join_url && (
        <p>
          <a href={server.join_url} target="_blank" rel="noreferrer">
            {WORDS.join}
          </a>
        </p>
      )}
      <ul className="held" aria-live="polite">
        {server.roles.map((role) => (
          <li key={role.role_id}>
            <RoleTag {...role} />
            <span className={`state state-${role.state}`}>{STATE[role.state]}</span>
          </li>
        ))}
      </ul>
    </div>
  ))
}

/** Of two servers each may ban; the connection is one for all. */
function isSaid(todo: StoreDiscordTodo, first: StoreDiscordTodo | null): boolean {
  return todo.message === first?.message || (todo.code === "reconnect" && first?.code === todo.code)
}
