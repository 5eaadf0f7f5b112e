import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { SettingsForm } from "../components/server/settings-form"
import { useDiscordServer } from "../hooks/api/servers"
import { NAMESPACE } from "../i18n/namespace"

export const EditSettings = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation(NAMESPACE)
  const { data } = useDiscordServer(id)
  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t("server.settings.edit")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle">
          {data && t("server.settings.description", { server: data.server.name })}
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      {data && <SettingsForm server={data.server} />}
    </RouteDrawer>
  )
}
