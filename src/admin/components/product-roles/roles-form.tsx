import { Button, Drawer, Text } from "@medusajs/ui"
import { type FormEvent, useCallback, useMemo, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useDiscordServerRoles } from "../../hooks/api/servers"
import { useDraft } from "../../hooks/use-draft"
import { useSaveProductRoles } from "../../hooks/use-save-product-roles"
import { useStayPut } from "../../hooks/use-stay-put"
import { NAMESPACE } from "../../i18n/namespace"
import type { ConnectionSetting } from "../../lib/role/connection-setting"
import { copyRoles, type CopySource } from "../../lib/role/copy-roles"
import { chooseByName, rolesByName } from "../../lib/role/roles-by-name"
import { hasRolesElsewhere } from "../../lib/role/other-servers"
import {
  canBeForNewBuyers,
  isDirty,
  restorePayload,
  selectionPayload,
} from "../../lib/role/role-payload"
import {
  chooseServer,
  copyToAll,
  hasInvalidDays,
  type SavedVariants,
  startSelection,
} from "../../lib/role/role-selection"
import { LoadError } from "../load-error"
import type { VariantFacts } from "../../lib/role/variant-facts"
import { ConnectedBuyers } from "./connection/connected-buyers"
import { CopyFromProduct } from "./copy/copy-from-product"
import { SaveQuestion } from "./question/save-question"
import { ServerSelect } from "./server-select"
import { VariantList } from "./variants/variant-list"

interface RolesFormProps {
  productId: string
  variants: readonly VariantFacts[]
  servers: readonly AdminDiscordServer[]
  saved: SavedVariants
  connection: ConnectionSetting
  onClose: () => void
}

export const RolesForm = (props: RolesFormProps) => {
  const { productId, variants, servers, onClose } = props
  const { t } = useTranslation(NAMESPACE)
  const form = useRef<HTMLFormElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const stayPut = useStayPut(body)
  // What was saved when the form opened: a later answer must not shift what "changed" means.
  const [saved] = useState(props.saved)
  const [connection] = useState(props.connection)
  const [required, setRequired] = useState(connection.own)
  const [selection, setSelection] = useState(() => startSelection(saved, servers))
  const [search, setSearch] = useState("")
  const roles = useDiscordServerRoles(selection.server_id)
  const save = useSaveProductRoles(productId)
  const server = servers.find(({ id }) => id === selection.server_id)
  const known = useMemo(
    () => new Map(roles.data?.roles.map((role) => [role.role_id, role])),
    [roles.data],
  )

  const giveToAll = useCallback(
    (from: string, pressed: HTMLElement) => {
      stayPut(pressed)
      const all = variants.map(({ id }) => id)
      setSelection((now) => copyToAll(now, from, all))
    },
    [variants, stayPut],
  )

  const copyFrom = (pairs: ReadonlyMap<string, CopySource>) => {
    const copied = copyRoles(selection, pairs, servers)
    setSelection(copied.selection)
    return copied.left_out
  }

  const matches = useMemo(
    () => rolesByName(variants, selection, roles.data?.roles ?? []),
    [variants, selection, roles.data],
  )

  const isRequiredAnew = required !== connection.own
  const dirty = isDirty(selection, saved) || isRequiredAnew
  useDraft(dirty)

  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) {
      return
    }
    if (hasInvalidDays(selection)) {
      // What is to be mended must not be hidden by a search.
      flushSync(() => setSearch(""))
      form.current?.querySelector<HTMLElement>('input[aria-invalid="true"]')?.focus()
      return
    }
    if (!dirty) {
      onClose()
      return
    }
    const change = {
      body: {
        ...selectionPayload(selection, saved),
        ...(isRequiredAnew && { require_connection: required }),
      },
      undo: {
        ...restorePayload(selection, saved),
        ...(isRequiredAnew && { require_connection: connection.own }),
      },
      can_be_for_new_buyers: canBeForNewBuyers(selection, saved),
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
      <Drawer.Body ref={body} className="flex flex-col gap-y-6 overflow-y-auto">
        <ConnectedBuyers setting={{ ...connection, own: required }} onChange={setRequired} />
        <ServerSelect
          servers={servers}
          value={selection.server_id}
          hasRolesElsewhere={hasRolesElsewhere(selection)}
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
        <CopyFromProduct productId={productId} variants={variants} onCopy={copyFrom}>
          {server && matches.size > 1 && (
            <Button
              type="button"
              size="small"
              variant="secondary"
              onClick={() => setSelection((now) => chooseByName(now, matches, server))}
            >
              {t("product.picker.byName")}
            </Button>
          )}
        </CopyFromProduct>
        {server && (
          <VariantList
            variants={variants}
            search={search}
            onSearch={setSearch}
            selection={selection}
            server={server}
            roles={roles.data?.roles}
            known={known}
            onChange={setSelection}
            onCopyToAll={giveToAll}
          />
        )}
      </Drawer.Body>
      {save.question && <SaveQuestion question={save.question} />}
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
