import { TriangleRightMini } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"
import type { RoleChange } from "../../../lib/role/preview-changes"
import { RoleDot } from "../../role-dot"
import { ChangedCustomers } from "./changed-customers"

/** "Silver on Example Community: 3 customers lose it"; opened, it names them. */
export const RoleChangeLine = ({ change }: { change: RoleChange }) => {
  const { t } = useTranslation(NAMESPACE)
  const [open, setOpen] = useState(false)
  const { role, kind, count } = change
  return (
    <li>
      <details className="group" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary
          className={clx(
            "txt-compact-small-plus flex cursor-pointer list-none items-center gap-x-2 rounded-md py-1.5 outline-none",
            "focus-visible:shadow-borders-focus [&::-webkit-details-marker]:hidden",
            kind === "losing" ? "text-ui-fg-error" : "text-ui-fg-base",
          )}
        >
          <TriangleRightMini className="text-ui-fg-muted shrink-0 group-open:rotate-90" />
          <RoleDot color={role.color} />
          <span className="min-w-0 break-words">
            {t(`product.preview.${kind}`, { count, role: role.name, server: role.server_name })}
          </span>
        </summary>
        {open && <ChangedCustomers change={change} />}
      </details>
    </li>
  )
}
