import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useParams } from "react-router-dom"
import { LoadError } from "../components/load-error"
import { Loading } from "../components/loading"
import { DisconnectedNote } from "../components/server/disconnected-note"
import { HealthSection } from "../components/server/health-section"
import { MembersSection } from "../components/server/members-section"
import { RolesSection } from "../components/server/roles-section"
import { ServerSummary } from "../components/server/server-summary"
import { SettingsSection } from "../components/server/settings-section"
import { useDiscordServer, useDiscordServerRoles } from "../hooks/api/servers"
import { useLastReconcile } from "../hooks/api/sync-runs"
import { NAMESPACE } from "../i18n/namespace"

// The drawers over this page, in its own chunk: what one of them asks for is asked beside what the page asks for.
export { Disconnect } from "./disconnect-server"
export { EditSettings } from "./edit-server"
export { TestRole } from "./test-role"

const DiscordServerPage = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation(NAMESPACE)
  const { data, error, isError, refetch } = useDiscordServer(id)
  // Beside the server, not after it.
  const roles = useDiscordServerRoles(id).data?.roles
  useLastReconcile(id)

  if (isError && !data) {
    return (
      <Container>
        <LoadError title={t("server.loadFailed")} error={error} onRetry={() => void refetch()} />
      </Container>
    )
  }
  return (
    <>
      {data ? (
        <div className="flex flex-col gap-y-3">
          {data.server.status === "disconnected" && <DisconnectedNote server={data.server} />}
          <ServerSummary server={data.server} />
          <HealthSection {...data} roles={roles} />
          <RolesSection roles={roles} />
          <MembersSection server={data.server} />
          <SettingsSection server={data.server} />
        </div>
      ) : (
        <Container>
          <Loading label={t("server.loading")} rows={8} />
        </Container>
      )}
      <Outlet />
    </>
  )
}

export default DiscordServerPage
