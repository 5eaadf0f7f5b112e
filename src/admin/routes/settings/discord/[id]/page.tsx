import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useParams, type UIMatch } from "react-router-dom"
import { LoadError } from "../../../../components/load-error"
import { Loading } from "../../../../components/loading"
import { RightGuard } from "../../../../components/right-guard"
import { DisconnectedNote } from "../../../../components/server/disconnected-note"
import { HealthSection } from "../../../../components/server/health-section"
import { RolesSection } from "../../../../components/server/roles-section"
import { ServerSummary } from "../../../../components/server/server-summary"
import { SettingsSection } from "../../../../components/server/settings-section"
import { useDiscordServer, useDiscordServerRoles } from "../../../../hooks/api/servers"
import { NAMESPACE } from "../../../../i18n/namespace"

const DiscordServerPage = () => (
  <RightGuard resource="discord_server">
    <Server />
  </RightGuard>
)

const Server = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation(NAMESPACE)
  const { data, error, isError, refetch } = useDiscordServer(id)
  // Beside the server, not after it.
  const roles = useDiscordServerRoles(id).data?.roles

  if (isError && !data) {
    return (
      <Container>
        <LoadError title={t("server.loadFailed")} error={error} onRetry={() => void refetch()} />
      </Container>
    )
  }
  if (!data) {
    return (
      <Container>
        <Loading label={t("server.loading")} rows={8} />
      </Container>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      {data.server.status === "disconnected" && <DisconnectedNote server={data.server} />}
      <ServerSummary server={data.server} />
      <HealthSection {...data} roles={roles} />
      <RolesSection roles={roles} />
      <SettingsSection server={data.server} />
      <Outlet />
    </div>
  )
}

const Breadcrumb = ({ id }: { id: string }) => {
  const { data } = useDiscordServer(id)
  return data ? <span>{data.server.name}</span> : null
}

export const handle = {
  breadcrumb: ({ params }: UIMatch) => <Breadcrumb id={params.id ?? ""} />,
}

export default DiscordServerPage
