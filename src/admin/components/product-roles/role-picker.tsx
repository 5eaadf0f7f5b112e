import { TrianglesMini } from "@medusajs/icons"
import { DropdownMenu } from "@medusajs/ui"
import { forwardRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { RoleOption } from "./role-option"

interface RolePickerProps {
  id: string
  labelledBy: string
  /** The menu's name for screen readers. */
  menuLabel: string
  /** Highest first; undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
  /** How many roles of this server are chosen. */
  count: number
  isChosen: (roleId: string) => boolean
  onToggle: (role: AdminDiscordRole) => void
}

/** A multi-select over the roles of one server that stays open while several are picked. */
export const RolePicker = forwardRef<HTMLButtonElement, RolePickerProps>(
  ({ id, labelledBy, menuLabel, roles, count, isChosen, onToggle }, ref) => {
    const { t } = useTranslation(NAMESPACE)
    const chosen = count > 0 ? t("product.picker.chosen", { count }) : t("product.picker.choose")
    return (
      <DropdownMenu>
        <DropdownMenu.Trigger
          ref={ref}
          id={id}
          type="button"
          aria-labelledby={`${labelledBy} ${id}`}
          disabled={!roles?.length}
          className="bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-buttons-neutral txt-compact-small text-ui-fg-base transition-fg focus-visible:shadow-borders-interactive-with-active data-[state=open]:!shadow-borders-interactive-with-active disabled:!bg-ui-bg-disabled disabled:!text-ui-fg-disabled flex h-8 w-full select-none items-center justify-between rounded-md px-2 py-1.5 outline-none"
        >
          <span>{roles ? chosen : t("product.picker.loading")}</span>
          <TrianglesMini className="text-ui-fg-muted" />
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          align="start"
          aria-label={menuLabel}
          // Radix would name the menu after the trigger, which says how many, not what.
          aria-labelledby={undefined}
          className="max-h-[min(320px,var(--radix-popper-available-height))] w-[var(--radix-dropdown-menu-trigger-width)] overflow-y-auto"
        >
          {roles?.map((role) => (
            <RoleOption
              key={role.role_id}
              role={role}
              checked={isChosen(role.role_id)}
              onToggle={() => onToggle(role)}
            />
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
    )
  },
)
RolePicker.displayName = "RolePicker"
