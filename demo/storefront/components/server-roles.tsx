import type { StoreDiscordRoleState, StoreDiscordServer } from "../../../src/types/http"
import { RoleTag } from "./role-tag"

const STATE: Record<StoreDiscordRoleState, string> = {
  held: "held",
  pending: "on its way",
  waiting: "waiting",
}

export function ServerRoles({ servers }: { servers: StoreDiscordServer[] }) {
  if (servers.every(({ roles }) => roles.length === 0)) {
    return <p className="muted">No roles yet. Each plan says what it gives.</p>
  }
  return servers.map((server) => (
    <div key={server.guild_id}>
      <h3>{server.name}</h3>
      {server.todo !== null && <p>{server.todo}</p>}
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
