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
    <div key={server.guild_id}>
      <h3>{server.name}</h3>
      {server.todo !== null && server.todo.message !== first?.message && <Todo {...server.todo} />}
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
