import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ConnectState } from "../../hooks/use-connect-server"
import { NAMESPACE } from "../../i18n/namespace"
import { ApplicationChecks } from "./application-checks"
import { ConnectButton } from "./connect-button"
import { ConnectOutcome } from "./connect-outcome"
import { PositionDrawing } from "./position-drawing"
import { SetupStep } from "./setup-step"

interface SetupGuideProps {
  state: ConnectState
  onConnect: () => void
}

/** The way from nothing to buyers who get their roles. */
export const SetupGuide = ({ state, onConnect }: SetupGuideProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading>{t("settings.setup.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("settings.setup.description")}
        </Text>
      </div>
      <ol className="divide-y">
        <SetupStep
          number={1}
          title={t("settings.setup.application.title")}
          description={t("settings.setup.application.description")}
        >
          <ApplicationChecks />
        </SetupStep>
        <SetupStep
          number={2}
          title={t("settings.setup.server.title")}
          description={t("settings.setup.server.description")}
          action={<ConnectButton variant="primary" state={state} onConnect={onConnect} />}
        >
          <ConnectOutcome state={state} />
        </SetupStep>
        <SetupStep
          number={3}
          title={t("settings.setup.position.title")}
          description={t("settings.setup.position.description")}
        >
          <PositionDrawing />
        </SetupStep>
      </ol>
    </Container>
  )
}
