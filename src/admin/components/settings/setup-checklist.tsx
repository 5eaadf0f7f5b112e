import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminDiscordSetupProgress } from "../../../types/http"
import type { ApplicationQuery } from "../../hooks/api/application"
import type { ConnectState } from "../../hooks/use-connect-server"
import { NAMESPACE } from "../../i18n/namespace"
import { isUndone, type SetupStepId, type SetupStepState } from "../../lib/setup-steps"
import { ApplicationChecks } from "./application-checks"
import { ConnectButton } from "./connect-button"
import { ConnectOutcome } from "./connect-outcome"
import { PositionStep } from "./position-step"
import { SetupStep } from "./setup-step"

interface SetupChecklistProps {
  /** Whether it is the page, or stands on one. */
  level: "h1" | "h2"
  progress: AdminDiscordSetupProgress
  steps: Record<SetupStepId, SetupStepState>
  application: ApplicationQuery
  connection: ConnectState
  onConnect: () => void
}

/** The way from nothing to the first member served. */
export const SetupChecklist = ({
  level,
  progress,
  steps,
  application,
  connection,
  onConnect,
}: SetupChecklistProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level={level}>{t("setup.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t(isUndone(progress) ? "setup.undone" : "setup.description")}
        </Text>
      </div>
      <ol className="divide-y">
        <SetupStep
          id="application"
          state={steps.application}
          title={
            steps.application === "checking"
              ? t("setup.application.loading")
              : t("setup.application.title")
          }
          done={t("setup.application.done")}
          description={t("setup.application.description")}
        >
          <ApplicationChecks application={application} />
        </SetupStep>
        <SetupStep
          id="server"
          state={steps.server}
          title={t("setup.server.title")}
          done={t("setup.server.done")}
          description={t("setup.server.description")}
          action={<ConnectButton variant="primary" state={connection} onConnect={onConnect} />}
        >
          {connection.step !== "idle" && connection.step !== "opening" && (
            <ConnectOutcome state={connection} isGuided />
          )}
        </SetupStep>
        <PositionStep state={steps.position} progress={progress} />
        <SetupStep
          id="variant"
          state={steps.variant}
          title={t("setup.variant.title")}
          done={t("setup.variant.done")}
          description={t("setup.variant.description")}
          action={<StepLink to="/products" label={t("setup.variant.action")} />}
        />
        <SetupStep
          id="member"
          state={steps.member}
          title={t("setup.member.title")}
          done={t("setup.member.done")}
          description={t("setup.member.description")}
          action={
            progress.server && (
              <StepLink
                to={`/settings/discord/${progress.server.id}/test`}
                label={t("setup.member.action")}
              />
            )
          }
        />
      </ol>
    </Container>
  )
}

const StepLink = ({ to, label }: { to: string; label: string }) => (
  <Button size="small" variant="secondary" asChild>
    <Link to={to}>{label}</Link>
  </Button>
)
