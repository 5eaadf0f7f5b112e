import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { TestForm } from "../components/server/test-form"
import { useDiscordServerRoles } from "../hooks/api/servers"
import { NAMESPACE } from "../i18n/namespace"

export const TestRole = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation(NAMESPACE)
  const { data } = useDiscordServerRoles(id)
  return (
    <RouteDrawer>
      <RouteDrawer.Header>
        <RouteDrawer.Title asChild>
          <Heading>{t("server.test.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle">
          {t("server.test.description")}
        </RouteDrawer.Description>
      </RouteDrawer.Header>
      {data && <TestForm serverId={id} roles={data.roles} />}
    </RouteDrawer>
  )
}
