import { ArrowPath } from "@medusajs/icons"
import { IconButton, toast, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { useRefreshDiscordServer } from "../../hooks/api/servers"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"

/** Reads the server's roles from Discord again: after a role was made there, or the bot's role was moved up. */
export const RefreshRoles = ({ server }: { server: AdminDiscordServer }) => {
  const { t } = useTranslation(NAMESPACE)
  const errorMessage = useErrorMessage()
  const refresh = useRefreshDiscordServer(server.id)
  const label = t("product.refresh.label", { name: server.name })

  const handleClick = () =>
    refresh.mutate(undefined, {
      onSuccess: () => toast.success(t("product.refresh.done", { name: server.name })),
      onError: (error) =>
        toast.error(t("product.refresh.failed", { name: server.name }), {
          description: errorMessage(error),
        }),
    })

  return (
    <Tooltip content={label}>
      <IconButton
        type="button"
        size="base"
        aria-label={label}
        isLoading={refresh.isPending}
        onClick={handleClick}
        className="shrink-0"
      >
        <ArrowPath />
      </IconButton>
    </Tooltip>
  )
}
