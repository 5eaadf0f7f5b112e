import { Alert, Hint, Label, Select } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useRefreshDiscordServer } from "../../hooks/api/servers"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { RefreshResult, RefreshRoles } from "./refresh-roles"

interface ServerSelectProps {
  servers: readonly AdminDiscordServer[]
  value: string | null
  /** Whether roles of another server are chosen: they are not among those to pick from. */
  hasRolesElsewhere: boolean
  onChange: (serverId: string) => void
}

export const ServerSelect = ({
  servers,
  value,
  hasRolesElsewhere,
  onChange,
}: ServerSelectProps) => {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const id = useId()
  const server = servers.find((candidate) => candidate.id === value)
  const refresh = useRefreshDiscordServer(value ?? "")
  const handleChange = (chosen: string) => {
    refresh.reset()
    onChange(chosen)
  }
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("product.server.label")}
      </Label>
      <div className="flex items-center gap-x-2">
        <Select value={value ?? ""} onValueChange={handleChange}>
          <Select.Trigger id={id} aria-describedby={hasRolesElsewhere ? `${id}-hint` : undefined}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {servers.map(({ id: serverId, name, status }) => (
              <Select.Item
                key={serverId}
                value={serverId}
                disabled={status === "disconnected"}
                className="data-[disabled]:text-ui-fg-disabled data-[disabled]:cursor-not-allowed"
              >
                {status === "disconnected" ? t("product.server.disconnected", { name }) : name}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
        {server && <RefreshRoles server={server} refresh={refresh} />}
      </div>
      {server && <RefreshResult server={server} refresh={refresh} />}
      {hasRolesElsewhere && <Hint id={`${id}-hint`}>{t("product.server.hint")}</Hint>}
      {server?.status === "paused" && (
        <Alert variant="warning">
          {server.pause_reason_detail
            ? t("product.server.pausedWhy", {
                name: server.name,
                reason: say(server.pause_reason_detail),
              })
            : t("product.server.paused", { name: server.name })}
        </Alert>
      )}
    </div>
  )
}
