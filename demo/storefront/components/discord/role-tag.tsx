import { cssColor } from "medusa-plugin-discord-roles/storefront"

export function RoleTag({ name, color }: { name: string; color: number }) {
  return (
    <span className="role">
      <span className="role-dot" style={{ background: cssColor({ color }) }} aria-hidden="true" />
      {name}
    </span>
  )
}
