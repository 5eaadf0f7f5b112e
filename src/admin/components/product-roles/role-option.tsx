import { Check } from "@medusajs/icons"
import { clx } from "@medusajs/ui"
import { memo } from "react"
import type { AdminDiscordRole } from "../../../types/http/server"
import { RoleDot } from "../role-dot"
import { DangerLine } from "./danger-line"
import { MessageText } from "../message-text"

interface RoleOptionProps {
  id: string
  role: AdminDiscordRole
  chosen: boolean
  /** The keyboard stands here. */
  active: boolean
  onToggle: (role: AdminDiscordRole) => void
}

/** One of up to 250: plain elements, drawn anew only when something about it changes. */
export const RoleOption = memo(({ id, role, chosen, active, onToggle }: RoleOptionProps) => {
  // One chosen before it became unassignable can still be taken away.
  const disabled = !role.assignable && !chosen
  return (
    <li
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={disabled || undefined}
      data-active={active || undefined}
      onClick={() => onToggle(role)}
      className={clx(
        "txt-compact-small flex scroll-my-1 items-start gap-x-2 rounded-md px-2 py-1.5",
        "hover:bg-ui-bg-base-hover data-[active]:bg-ui-bg-base-hover",
        disabled ? "text-ui-fg-subtle cursor-not-allowed" : "text-ui-fg-base cursor-pointer",
      )}
    >
      <span className="flex size-5 shrink-0 items-center justify-center">
        {chosen && <Check />}
      </span>
      <span className="flex min-w-0 flex-col gap-y-0.5 py-px">
        <span className={clx("flex min-w-0 items-center gap-x-2", { "opacity-60": disabled })}>
          <RoleDot color={role.color} />
          <span className="truncate">{role.name}</span>
        </span>
        <DangerLine permissions={role.dangerous_permission_details} className="ps-4" />
        {!role.assignable && role.message_detail && (
          <span className="txt-compact-xsmall text-ui-fg-subtle text-pretty ps-4">
            <MessageText message={role.message_detail} />
          </span>
        )}
      </span>
    </li>
  )
})
RoleOption.displayName = "RoleOption"
