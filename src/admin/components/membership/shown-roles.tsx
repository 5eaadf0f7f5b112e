import type { AdminDiscordMembership } from "../../../types/http"
import { RoleDot } from "../role-dot"

/** What a member should hold or does hold; what is on its way out is struck through. */
export const ShownRoles = ({ roles }: Pick<AdminDiscordMembership, "roles">) => (
  <ul className="flex flex-col gap-y-0.5">
    {roles
      .filter(({ desired, held }) => desired || held)
      .map((role) => (
        <li key={role.role_id} className="flex items-center gap-x-2">
          <RoleDot color={role.color} />
          <span className={role.desired ? undefined : "line-through"}>{role.name}</span>
        </li>
      ))}
  </ul>
)
