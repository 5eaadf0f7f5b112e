import { colorText } from "../../format"

export function RoleTag({ name, color }: { name: string; color: number }) {
  return (
    <span className="role">
      <span className="role-dot" style={{ background: colorText(color) }} aria-hidden="true" />
      {name}
    </span>
  )
}
