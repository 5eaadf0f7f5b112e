import { clx, DropdownMenu } from "@medusajs/ui"
import type { AdminDiscordRole } from "../../../types/http/server"
import { RoleDot } from "../role-dot"

interface RoleOptionProps {
  role: AdminDiscordRole
  checked: boolean
  onToggle: () => void
}

export const RoleOption = ({ role, checked, onToggle }: RoleOptionProps) => {
  // One chosen before it became unassignable can still be taken away.
  const disabled = !role.assignable && !checked
  return (
    <DropdownMenu.CheckboxItem
      checked={checked}
      // Not `disabled`, which the arrow keys skip: then the reason could not be read from the keyboard.
      aria-disabled={disabled}
      textValue={role.name}
      className={clx({ "text-ui-fg-disabled cursor-not-allowed": disabled })}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={disabled ? undefined : onToggle}
    >
      <span className="flex min-w-0 flex-col gap-y-0.5">
        <span className="flex min-w-0 items-center gap-x-2">
          <RoleDot color={role.color} />
          <span className="truncate">{role.name}</span>
        </span>
        {!role.assignable && role.message && (
          <span className="txt-compact-xsmall text-ui-fg-muted text-pretty ps-4">
            {role.message}
          </span>
        )}
      </span>
    </DropdownMenu.CheckboxItem>
  )
}
