import { ArrowPath } from "@medusajs/icons"
import { Hint, IconButton, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import type { useRefreshDiscordServer } from "../../hooks/api/servers"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"

interface RefreshRolesProps {
  server: AdminDiscordServer
  refresh: ReturnType<typeof useRefreshDiscordServer>
}

/** Reads the server's roles from Discord again: after a role was made there, or the bot's role was moved up. */
export const RefreshRoles = ({ server, refresh }: RefreshRolesProps) => {
  const { t } = useTranslation(NAMESPACE)
  const label = t("product.refresh.label", { name: server.name })
  return (
    <Tooltip content={label}>
      <IconButton
        type="button"
        size="base"
        aria-label={label}
        isLoading={refresh.isPending}
        onClick={() => refresh.mutate()}
        className="shrink-0"
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}

/** How that went, where it was asked for: a toast would cover the title of the open drawer. */
export const RefreshResult = ({ server, refresh }: RefreshRolesProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div aria-live="polite" className="empty:hidden">
      {refresh.isSuccess && <Hint>{t("product.refresh.done", { name: server.name })}</Hint>}
      {refresh.isError && (
        <LoadError
          title={t("product.refresh.failed", { name: server.name })}
          error={refresh.error}
        />
      )}
    </div>
  )
}
