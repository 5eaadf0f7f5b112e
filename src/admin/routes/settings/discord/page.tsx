import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useSearchParams } from "react-router-dom"
import { Loading } from "../../../components/loading"
import { RightGuard } from "../../../components/right-guard"
import { ConnectOutcome } from "../../../components/settings/connect-outcome"
import { ServerTable, useServerPage } from "../../../components/settings/server-table"
import { SetupGuide } from "../../../components/settings/setup-guide"
import { useConnectServer } from "../../../hooks/use-connect-server"
import { NAMESPACE } from "../../../i18n/namespace"

const DiscordSettings = () => (
  <RightGuard resource="discord_server">
    <Servers />
  </RightGuard>
)

const Servers = () => {
  const { t } = useTranslation(NAMESPACE)
  const { data, isPending } = useServerPage()
  const { state, connect } = useConnectServer()
  const [search] = useSearchParams()

  if (isPending) {
    return (
      <Container>
        <Loading label={t("settings.loading")} rows={6} />
      </Container>
    )
  }
  if (data?.count === 0 && !search.has("q")) {
    return <SetupGuide state={state} onConnect={connect} />
  }
  return (
    <div className="flex flex-col gap-y-3">
      <ConnectOutcome state={state} />
      <ServerTable onConnect={connect} />
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

export default DiscordSettings
