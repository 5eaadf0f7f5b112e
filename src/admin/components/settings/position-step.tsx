import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordSetupProgress } from "../../../types/http"
import { useRefreshDiscordServer } from "../../hooks/api/servers"
import { useOnReturn } from "./use-on-return"
import { NAMESPACE } from "../../i18n/namespace"
import type { SetupStepState } from "../../lib/setup-steps"
import { LoadError } from "../load-error"
import { TextLink } from "../text-link"
import { PositionDrawing } from "./position-drawing"
import { SetupStep } from "./setup-step"

interface PositionStepProps {
  state: SetupStepState
  progress: AdminDiscordSetupProgress
}

/** The step everybody forgets: it stays until Discord was looked at again, and says so. */
export const PositionStep = ({ state, progress: { server, role_obstacle } }: PositionStepProps) => {
  const { t } = useTranslation(NAMESPACE)
  const refresh = useRefreshDiscordServer(server?.id ?? "")
  // The step is done in Discord: whoever comes back from there need not press the button.
  useOnReturn(state === "open" && server !== null, () => !refresh.isPending && refresh.mutate())
  const name = server?.name ?? ""
  return (
    <SetupStep
      id="position"
      state={state}
      title={t("setup.position.title")}
      done={t("setup.position.done", { server: name })}
      description={t(`setup.position.${role_obstacle ?? "above_bot"}`, { server: name })}
      action={
        <Button
          size="small"
          variant="secondary"
          isLoading={refresh.isPending}
          onClick={() => refresh.mutate()}
        >
          {t("server.health.again")}
        </Button>
      }
    >
      {refresh.isError && <LoadError title={t("server.health.failed")} error={refresh.error} />}
      {refresh.isSuccess && (
        <Text size="small" role="status" className="text-ui-fg-base">
          {t("setup.position.still")}
        </Text>
      )}
      {role_obstacle === "above_bot" && <PositionDrawing />}
      {server && (
        <Text size="small">
          <TextLink to={`/settings/discord/${server.id}`}>
            {t("setup.position.page", { server: name })}
          </TextLink>
        </Text>
      )}
    </SetupStep>
  )
}
