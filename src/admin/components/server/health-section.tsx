import { useDate } from "@medusajs/dashboard/hooks"
import { Alert, Button, Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole, AdminDiscordServerResponse } from "../../../types/http/server"
import { useCan } from "../../hooks/use-can"
import { useRefreshDiscordServer } from "../../hooks/api/servers"
import { NAMESPACE } from "../../i18n/namespace"
import { CheckRow } from "../check-row"
import { LoadError } from "../load-error"
import { Sentence } from "../sentence"
import { RoleLadder } from "./role-ladder"

interface HealthSectionProps extends AdminDiscordServerResponse {
  /** Highest first; undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
}

/** The health checks, each failure with its remedy, and a drawing of where the bot's role must be. */
export const HealthSection = ({ server, checks, roles }: HealthSectionProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getRelativeDate } = useDate()
  const can = useCan()
  const refresh = useRefreshDiscordServer(server.id)
  const isTooLow = checks.some(({ id, ok }) => id === "role_position" && !ok)
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div>
          <Heading level="h2">{t("server.health.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {server.read_at === null
              ? t("server.health.neverChecked")
              : t("server.health.checked", { when: getRelativeDate(server.read_at) })}
          </Text>
        </div>
        <Button
          size="small"
          variant="secondary"
          isLoading={refresh.isPending}
          disabled={!can("discord_server", "update")}
          onClick={() => refresh.mutate()}
        >
          {t("server.health.again")}
        </Button>
      </div>
      {refresh.isError && (
        <div className="px-6 py-4">
          <LoadError title={t("server.health.failed")} error={refresh.error} />
        </div>
      )}
      {server.status === "paused" && server.pause_reason && (
        <div className="px-6 py-4">
          <Alert variant="error">
            <Sentence>{server.pause_reason}</Sentence>
          </Alert>
        </div>
      )}
      <ul className="divide-y">
        {checks.map((check) => (
          <CheckRow key={check.id} label={t(`checks.${check.id}`)} {...check} />
        ))}
      </ul>
      {isTooLow && roles && <RoleLadder roles={roles} botRoleId={server.bot_role_id} />}
    </Container>
  )
}
