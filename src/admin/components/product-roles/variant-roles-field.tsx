import { Button, Text } from "@medusajs/ui"
import { memo, useCallback, useId, useMemo, useRef } from "react"
import { useTranslation } from "react-i18next"
import type { AdminKeptDiscordRole } from "../../../types/http/role-mapping"
import type { AdminDiscordRole, AdminDiscordServer } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import {
  type ChosenRole,
  giveToEveryone,
  removeRole,
  type RoleSelection,
  setDays,
  takeKept,
  toggleRole,
  withFreshRoles,
} from "../../lib/role/role-selection"
import type { VariantFacts } from "../../lib/role/variant-facts"
import { ChosenRoleRow } from "./chosen-role-row"
import { KeptRoles } from "./offer/kept-roles"
import { RolePicker } from "./role-picker"

interface VariantRolesFieldProps {
  variant: VariantFacts
  server: AdminDiscordServer
  /** Roles of that server, undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
  /** The same by Discord's id. */
  known: ReadonlyMap<string, AdminDiscordRole>
  /** Of whichever server. */
  chosen: readonly ChosenRole[]
  /** What only earlier buyers have. */
  kept: readonly AdminKeptDiscordRole[]
  onChange: (change: (selection: RoleSelection) => RoleSelection) => void
  /** Null where there is no other variant. */
  onCopyToAll: ((variantId: string, pressed: HTMLElement) => void) | null
}

/**
 * One variant: the roles of the server on show to pick from, and all that are chosen, of whichever server. A product may
 * have a hundred of these: one that did not change is not drawn anew, and one out of sight is not laid out.
 */
export const VariantRolesField = memo((props: VariantRolesFieldProps) => {
  const { variant, server, roles, known, kept, onChange, onCopyToAll } = props
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const picker = useRef<HTMLButtonElement>(null)
  const chosen = useMemo(() => withFreshRoles(props.chosen, known), [props.chosen, known])
  const chosenHere = useMemo(
    () => new Set(chosen.filter((r) => r.server_id === server.id).map((r) => r.role_id)),
    [chosen, server.id],
  )
  const handleToggle = useCallback(
    (role: AdminDiscordRole) => onChange((now) => toggleRole(now, variant.id, role, server)),
    [onChange, variant.id, server],
  )
  return (
    <div
      role="group"
      aria-labelledby={`${id}-title`}
      // Padded, as what is laid out apart is cut at its edge: shadows and focus rings need the room.
      className="-m-1 flex flex-col gap-y-3 p-1 [contain-intrinsic-size:auto_96px] [content-visibility:auto]"
    >
      <div className="flex flex-col gap-y-0.5">
        <Text id={`${id}-title`} size="small" leading="compact" weight="plus">
          {variant.title}
        </Text>
        {variant.details && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {variant.details}
          </Text>
        )}
      </div>
      <RolePicker
        ref={picker}
        id={`${id}-picker`}
        labelledBy={`${id}-title`}
        listLabel={t("product.picker.menu", { server: server.name, variant: variant.title })}
        serverId={server.id}
        roles={roles}
        chosen={chosenHere}
        onToggle={handleToggle}
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
              onGiveToEveryone={() => {
                onChange((now) => giveToEveryone(now, variant.id, role.role_id))
                picker.current?.focus()
              }}
            />
          ))}
        </ul>
      )}
      {kept.length > 0 && (
        <KeptRoles
          roles={kept}
          variantTitle={variant.title}
          onTake={(role) => {
            onChange((now) => takeKept(now, variant.id, role))
            picker.current?.focus()
          }}
        />
      )}
      {chosen.length > 0 && onCopyToAll && (
        <Button
          type="button"
          size="small"
          variant="transparent"
          className="text-ui-fg-subtle self-start"
          onClick={(event) => onCopyToAll(variant.id, event.currentTarget)}
        >
          {t("product.chosen.copyToAll")}
        </Button>
      )}
    </div>
  )
})
VariantRolesField.displayName = "VariantRolesField"
