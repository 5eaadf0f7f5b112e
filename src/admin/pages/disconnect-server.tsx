import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { DisconnectForm } from "../components/server/disconnect-form"
import { useDisconnectPreview, useDiscordServer } from "../hooks/api/servers"
import { NAMESPACE } from "../i18n/namespace"

export const Disconnect = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation(NAMESPACE)
  const { data } = useDiscordServer(id)
  // Beside the server, not after it.
  useDisconnectPreview(id)
  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t("server.disconnect.title", { server: data?.server.name ?? "" })}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle">
          {t("server.disconnect.description")}
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      {data && <DisconnectForm server={data.server} />}
    </RouteDrawer>
  )
}
