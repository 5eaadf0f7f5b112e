import { TrianglesMini } from "@medusajs/icons"
import { Popover } from "@medusajs/ui"
import { forwardRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { SettingsHint } from "./settings-hint"
import { RoleList } from "./role-list"

interface RolePickerProps {
  id: string
  labelledBy: string
  /** The list's name for screen readers. */
  listLabel: string
  serverId: string
  /** Highest first; undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
  /** Discord's ids of the chosen roles of this server. */
  chosen: ReadonlySet<string>
  onToggle: (role: AdminDiscordRole) => void
}

/** A multi-select over the roles of one server that stays open while several are picked. Closed, it is a mere button. */
export const RolePicker = forwardRef<HTMLButtonElement, RolePickerProps>(
  ({ id, labelledBy, listLabel, serverId, roles, chosen, onToggle }, ref) => {
    const { t } = useTranslation(NAMESPACE)
    const count = chosen.size
    const text = count > 0 ? t("product.picker.chosen", { count }) : t("product.picker.choose")
    return (
      // Modal, as else the drawer around it takes the mouse wheel away.
      <Popover modal>
        <Popover.Trigger
          ref={ref}
          id={id}
          type="button"
          aria-labelledby={`${labelledBy} ${id}`}
          disabled={!roles?.length}
          className="bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-buttons-neutral txt-compact-small text-ui-fg-base transition-fg focus-visible:shadow-borders-interactive-with-active data-[state=open]:!shadow-borders-interactive-with-active disabled:!bg-ui-bg-disabled disabled:!text-ui-fg-disabled flex h-8 w-full select-none items-center justify-between rounded-md px-2 py-1.5 outline-none"
        >
          <span>{roles ? text : t("product.picker.loading")}</span>
          <TrianglesMini className="text-ui-fg-muted" />
        </Popover.Trigger>
        <Popover.Content
          aria-label={listLabel}
          className="flex w-[var(--radix-popover-trigger-width)] flex-col gap-y-1 overflow-hidden"
        >
          {roles && (
            <>
              <RoleList label={listLabel} roles={roles} chosen={chosen} onToggle={onToggle} />
              {roles.some(needsAdmin) && <SettingsHint serverId={serverId} className="px-2 pb-1" />}
            </>
          )}
        </Popover.Content>
      </Popover>
    )
  },
)
RolePicker.displayName = "RolePicker"

/** What an admin can mend in Discord; roles that Discord manages stay as they are. */
function needsAdmin({ reason }: AdminDiscordRole): boolean {
  return reason === "above_bot" || reason === "manage_roles_missing"
}
