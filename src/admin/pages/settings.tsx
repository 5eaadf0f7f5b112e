import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Outlet, useSearchParams } from "react-router-dom"
import { LoadError } from "../components/load-error"
import { Loading } from "../components/loading"
import { OverviewSection } from "../components/overview/overview-section"
import { ApplicationSection } from "../components/settings/application-section"
import { ApplicationTrouble } from "../components/settings/application-trouble"
import { ConnectButton } from "../components/settings/connect-button"
import { ConnectOutcome } from "../components/settings/connect-outcome"
import { OptionsSection } from "../components/settings/options-section"
import { ServerTable, useServerPage } from "../components/settings/server-table"
import { SetupChecklist } from "../components/settings/setup-checklist"
import { useDiscordApplication } from "../hooks/api/application"
import { useSetupSteps } from "../hooks/use-setup-steps"
import { useConnectServer } from "../hooks/use-connect-server"
import { NAMESPACE } from "../i18n/namespace"
import { isUnasked } from "../lib/application"

const DiscordSettings = () => {
  const { t } = useTranslation(NAMESPACE)
  const application = useDiscordApplication()
  const { setup, guide } = useSetupSteps(application)
  const page = useServerPage(guide !== null)
  const { state, connect } = useConnectServer()
  const [search] = useSearchParams()

  if (page.isError && !page.data) {
    return (
      <Container>
        <LoadError
          title={t("settings.loadFailed")}
          error={page.error}
          onRetry={() => void page.refetch()}
        />
      </Container>
    )
  }
  if (!page.data || setup.isPending) {
    return (
      <Container>
        <Loading label={t("settings.loading")} rows={6} />
      </Container>
    )
  }
  const isUnknown = setup.data === undefined
  // The step that is to be done has the button, and what became of it: twice on a page would be once too often.
  const stepConnects = guide?.steps.server === "open"
  const hasServers = page.data.count > 0 || search.has("q")
  return (
    <div className="flex flex-col gap-y-3">
      {isUnknown && (
        <Container>
          <LoadError
            title={t("setup.loadFailed")}
            error={setup.error}
            onRetry={() => void setup.refetch()}
          />
        </Container>
      )}
      {guide ? (
        <SetupChecklist
          level={hasServers ? "h2" : "h1"}
          {...guide}
          application={application}
          connection={state}
          onConnect={connect}
        />
      ) : (
        <ApplicationTrouble application={application} />
      )}
      {!stepConnects && <ConnectOutcome state={state} isGuided={guide !== null} />}
      {(hasServers || isUnknown) && (
        <ServerTable
          page={page.data}
          isStale={isUnasked(application)}
          connectButton={!stepConnects && <ConnectButton state={state} onConnect={connect} />}
        />
      )}
      {setup.data?.progress.server_connected && <OverviewSection />}
      {guide?.steps.application !== "open" && <ApplicationSection application={application} />}
      {setup.data && <OptionsSection options={setup.data.options} />}
      <Outlet />
    </div>
  )
}

export default DiscordSettings
