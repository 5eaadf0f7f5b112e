import { Text } from "@medusajs/ui"
import { useId, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole, AdminDiscordServer } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import {
  chosenRoles,
  isChosen,
  removeRole,
  type RoleSelection,
  setDays,
  toggleRole,
} from "../../lib/role-selection"
import { ChosenRoleRow } from "./chosen-role-row"
import { RolePicker } from "./role-picker"
import type { VariantTitle } from "../../lib/variant-title"

interface VariantRolesFieldProps {
  variant: VariantTitle
  server: AdminDiscordServer
  /** Roles of that server, undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
  selection: RoleSelection
  onChange: (change: (selection: RoleSelection) => RoleSelection) => void
}

/** One variant: the roles of the server on show to pick from, and all that are chosen, of whichever server. */
export const VariantRolesField = (props: VariantRolesFieldProps) => {
  const { variant, server, roles, selection, onChange } = props
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const picker = useRef<HTMLButtonElement>(null)
  const chosen = chosenRoles(selection, variant.id)
  return (
    <div role="group" aria-labelledby={`${id}-title`} className="flex flex-col gap-y-3">
      <Text id={`${id}-title`} size="small" leading="compact" weight="plus">
        {variant.title}
      </Text>
      <RolePicker
        ref={picker}
        id={`${id}-picker`}
        labelledBy={`${id}-title`}
        menuLabel={t("product.picker.menu", { server: server.name, variant: variant.title })}
        roles={roles}
        count={chosen.filter((role) => role.server_id === server.id).length}
        isChosen={(roleId) => isChosen(selection, variant.id, roleId)}
        onToggle={(role) => onChange((now) => toggleRole(now, variant.id, role, server))}
      />
      {chosen.length > 0 && (
        <ul
          aria-label={t("product.chosen.list", { variant: variant.title })}
          className="flex flex-col gap-y-2"
        >
          {chosen.map((role) => (
            <ChosenRoleRow
              key={role.role_id}
              role={role}
              variantTitle={variant.title}
              showServer={role.server_id !== server.id}
              onRemove={() => {
                onChange((now) => removeRole(now, variant.id, role.role_id))
                // The button pressed is gone: without this the focus would fall out of the form.
                picker.current?.focus()
              }}
              onDaysChange={(days) =>
                onChange((now) => setDays(now, variant.id, role.role_id, days))
              }
            />
          ))}
        </ul>
      )}
    </div>
  )
}
