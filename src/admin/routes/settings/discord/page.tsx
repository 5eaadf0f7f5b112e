import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useSearchParams } from "react-router-dom"
import { LoadError } from "../../../components/load-error"
import { Loading } from "../../../components/loading"
import { ConnectOutcome } from "../../../components/settings/connect-outcome"
import { FailedChecks } from "../../../components/settings/failed-checks"
import { ServerTable, useServerPage } from "../../../components/settings/server-table"
import { SetupGuide } from "../../../components/settings/setup-guide"
import { withDiscordAdmin } from "../../../components/shell/with-discord-admin"
import { useConnectServer } from "../../../hooks/use-connect-server"
import { NAMESPACE } from "../../../i18n/namespace"

const DiscordSettings = () => {
  const { t } = useTranslation(NAMESPACE)
  const { data, error, refetch } = useServerPage()
  const { state, connect } = useConnectServer()
  const [search] = useSearchParams()

  if (!data) {
    return (
      <Container>
        {error ? (
          <LoadError
            title={t("settings.loadFailed")}
            error={error}
            onRetry={() => void refetch()}
          />
        ) : (
          <Loading label={t("settings.loading")} rows={6} />
        )}
      </Container>
    )
  }
  if (data.count === 0 && !search.has("q")) {
    return <SetupGuide state={state} onConnect={connect} />
  }
  return (
    <div className="flex flex-col gap-y-3">
      <FailedChecks />
      <ConnectOutcome state={state} />
      <ServerTable page={data} onConnect={connect} />
      <Outlet />
    </div>
  )
}

export const config = defineRouteConfig({
  label: "settings.title",
  translationNs: "discordRoles",
})

export const handle = {
  breadcrumb: () => "Discord",
}

export default withDiscordAdmin(DiscordSettings, { title: "settings.title" })
