import { roleColor } from "../lib/role/role-color"

/** A role's colour. The ring keeps white and black visible on either theme. */
export const RoleDot = ({ color }: { color: number }) => (
  <span
    aria-hidden
    className="shadow-borders-base size-2 shrink-0 rounded-full"
    style={{ backgroundColor: roleColor(color) }}
  />
)
