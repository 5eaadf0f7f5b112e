import { Button, Drawer, Text } from "@medusajs/ui"
import { type FormEvent, useCallback, useMemo, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useDiscordServerRoles } from "../../hooks/api/servers"
import { useDraft } from "../../hooks/use-draft"
import { useSaveProductRoles } from "../../hooks/use-save-product-roles"
import { NAMESPACE } from "../../i18n/namespace"
import {
  chooseServer,
  chosenRoles,
  copyToAll,
  hasInvalidDays,
  isDirty,
  restorePayload,
  type SavedVariants,
  selectionPayload,
  startSelection,
} from "../../lib/role/role-selection"
import { LoadError } from "../load-error"
import type { VariantFacts } from "../../lib/role/variant-facts"
import { ServerSelect } from "./server-select"
import { VariantRolesField } from "./variant-roles-field"

interface RolesFormProps {
  productId: string
  variants: readonly VariantFacts[]
  servers: readonly AdminDiscordServer[]
  saved: SavedVariants
  onClose: () => void
}

export const RolesForm = (props: RolesFormProps) => {
  const { productId, variants, servers, onClose } = props
  const { t } = useTranslation(NAMESPACE)
  const form = useRef<HTMLFormElement>(null)
  // What was saved when the form opened: a later answer must not shift what "changed" means.
  const [saved] = useState(props.saved)
  const [selection, setSelection] = useState(() => startSelection(saved, servers))
  const roles = useDiscordServerRoles(selection.server_id)
  const save = useSaveProductRoles(productId)
  const server = servers.find(({ id }) => id === selection.server_id)
  const known = useMemo(
    () => new Map(roles.data?.roles.map((role) => [role.role_id, role])),
    [roles.data],
  )

  const copyRoles = useCallback(
    (from: string) =>
      setSelection((now) =>
        copyToAll(
          now,
          from,
          variants.map(({ id }) => id),
        ),
      ),
    [variants],
  )

  const dirty = isDirty(selection, saved)
  useDraft(dirty)

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) {
      return
    }
    if (hasInvalidDays(selection)) {
      form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus()
      return
    }
    if (!dirty) {
      onClose()
      return
    }
    const change = {
      body: selectionPayload(selection, saved),
      undo: restorePayload(selection, saved),
    }
    void save.save(change).then((isSaved) => isSaved && onClose())
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={handleSubmit}
      className="flex flex-1 flex-col overflow-hidden"
    >
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        <ServerSelect
          servers={servers}
          value={selection.server_id}
          onChange={(id) => setSelection((now) => chooseServer(now, id))}
        />
        {roles.isError && (
          <LoadError
            title={t("errors.loadServerRoles")}
            error={roles.error}
            onRetry={() => void roles.refetch()}
          />
        )}
        {roles.data?.roles.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("product.picker.none")}
          </Text>
        )}
        {server &&
          variants.map((variant) => (
            <VariantRolesField
              key={variant.id}
              variant={variant}
              server={server}
              roles={roles.data?.roles}
              known={known}
              chosen={chosenRoles(selection, variant.id)}
              onChange={setSelection}
              onCopyToAll={variants.length > 1 ? copyRoles : null}
            />
          ))}
      </Drawer.Body>
      {save.error && (
        <div className="px-6 pb-4">
          <LoadError title={t("errors.save")} error={save.error} />
        </div>
      )}
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button type="button" size="small" variant="secondary">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button type="submit" size="small" isLoading={save.isPending}>
          {t("actions.save")}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
