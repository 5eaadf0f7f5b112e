import { useDate } from "@medusajs/dashboard/hooks"
import { Alert, Button, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole, AdminDiscordServerResponse } from "../../../types/http/server"
import { useRefreshDiscordServer } from "../../hooks/api/servers"
import { NAMESPACE } from "../../i18n/namespace"
import { discordUrl } from "../../lib/discord/discord-url"
import { CheckRow } from "./check-row"
import { LoadError } from "../load-error"
import { MessageText } from "../message-text"
import { SectionHeader } from "../section-header"
import { RoleLadder } from "./role-ladder"

interface HealthSectionProps extends AdminDiscordServerResponse {
  /** Highest first; undefined while they load. */
  roles: readonly AdminDiscordRole[] | undefined
}

type Check = AdminDiscordServerResponse["checks"][number]

/** What is wrong before what may be, and both before what is well. */
function worstFirst(checks: readonly Check[]): Check[] {
  const rank = ({ ok, severity }: Check) => (ok ? 2 : severity === "warning" ? 1 : 0)
  return [...checks].sort((a, b) => rank(a) - rank(b))
}

/** The health checks, each failure with its remedy, and a drawing of where the bot's role must be. */
export const HealthSection = ({ server, checks, roles }: HealthSectionProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getRelativeDate } = useDate()
  const refresh = useRefreshDiscordServer(server.id)
  const sorted = worstFirst(checks)
  const isFailing = sorted[0]?.ok === false
  const again = (
    <Button
      size="small"
      variant="secondary"
      isLoading={refresh.isPending}
      onClick={() => refresh.mutate()}
    >
      {t("server.health.again")}
    </Button>
  )
  return (
    <Container className="divide-y p-0">
      <SectionHeader
        level="h2"
        title={t("server.health.title")}
        subtitle={
          server.read_at === null
            ? t("server.health.neverChecked")
            : t(refresh.isError ? "server.health.asOf" : "server.health.checked", {
                when: getRelativeDate(server.read_at),
              })
        }
      >
        {!isFailing && again}
      </SectionHeader>
      {refresh.isError && (
        <div className="px-6 py-4">
          <LoadError title={t("server.health.failed")} error={refresh.error} />
        </div>
      )}
      {server.status === "paused" && server.pause_reason_detail && (
        <div className="px-6 py-4">
          <Alert variant="error">
            <MessageText message={server.pause_reason_detail} />
          </Alert>
        </div>
      )}
      <ul className="divide-y">
        {sorted.map((check, place) => (
          <CheckRow
            key={check.id}
            label={t(`checks.${check.id}`)}
            {...check}
            isStale={refresh.isError}
          >
            {check.id === "role_position" && !check.ok && roles && (
              <RoleLadder roles={roles} botRoleId={server.bot_role_id} />
            )}
            {place === 0 && isFailing && (
              <div className="mt-1 flex flex-wrap gap-2">
                <Button size="small" variant="secondary" asChild>
                  <a href={discordUrl(server)} target="_blank" rel="noreferrer">
                    {t("server.actions.openDiscord")}
                  </a>
                </Button>
                {again}
              </div>
            )}
          </CheckRow>
        ))}
      </ul>
    </Container>
  )
}
