import { RouteDrawer, useRouteModal } from "@medusajs/dashboard/components"
import { Button, Input, Label, RadioGroup, toast } from "@medusajs/ui"
import { useId, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useDisconnectDiscordServer, useDisconnectPreview } from "../../hooks/api/servers"
import { useDraft } from "../../hooks/use-draft"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { Loading } from "../loading"
import { DisconnectAccount } from "./disconnect-account"

type Roles = "keep" | "remove"

/** Tells what will happen to whom, and disconnects once the server's name was typed. */
export const DisconnectForm = ({ server }: { server: AdminDiscordServer }) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const { handleSuccess } = useRouteModal()
  const preview = useDisconnectPreview(server.id)
  const disconnect = useDisconnectDiscordServer(server.id)
  const [roles, setRoles] = useState<Roles>("keep")
  const [typed, setTyped] = useState("")
  const isConfirmed = typed.trim() === server.name.trim()
  useDraft(typed !== "" || roles !== "keep")

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isConfirmed) {
      return
    }
    disconnect.mutate(roles, {
      onSuccess: () => {
        toast.success(t("server.disconnect.done", { server: server.name }))
        handleSuccess()
      },
    })
  }

  return (
    <form onSubmit={submit} className="flex flex-1 flex-col overflow-hidden">
      <RouteDrawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
        {preview.isError && (
          <LoadError
            title={t("server.disconnect.loadFailed")}
            error={preview.error}
            onRetry={() => void preview.refetch()}
          />
        )}
        {preview.isPending && <Loading label={t("server.disconnect.loading")} rows={4} />}
        {preview.data && <DisconnectAccount preview={preview.data.preview} />}
        <RadioGroup
          aria-label={t("server.disconnect.choice.label")}
          value={roles}
          onValueChange={(value) => setRoles(value === "remove" ? "remove" : "keep")}
        >
          <RadioGroup.ChoiceBox
            value="keep"
            label={t("server.disconnect.choice.keep")}
            description={t("server.disconnect.choice.keepHint")}
          />
          <RadioGroup.ChoiceBox
            value="remove"
            label={t("server.disconnect.choice.remove")}
            description={t("server.disconnect.choice.removeHint")}
          />
        </RadioGroup>
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={id}>
            {t("server.disconnect.confirm", { server: server.name })}
          </Label>
          <Input
            id={id}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </div>
        {disconnect.isError && (
          <LoadError title={t("server.disconnect.failed")} error={disconnect.error} />
        )}
      </RouteDrawer.Body>
      <RouteDrawer.Footer>
        <RouteDrawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("actions.cancel")}
          </Button>
        </RouteDrawer.Close>
        <Button
          size="small"
          variant="danger"
          type="submit"
          disabled={!isConfirmed || !preview.data}
          isLoading={disconnect.isPending}
        >
          {t("server.disconnect.button")}
        </Button>
      </RouteDrawer.Footer>
    </form>
  )
}
