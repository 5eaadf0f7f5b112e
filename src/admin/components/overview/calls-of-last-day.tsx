import { Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordCallHour } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { callsOfDay } from "../../lib/overview/calls"
import { CallsChart } from "./calls-chart"
import { CallsTable } from "./calls-table"

/** The calls to Discord of the last 24 hours: how many, and which of them it did not carry out. */
export const CallsOfLastDay = ({ hours }: { hours: readonly AdminDiscordCallHour[] }) => {
  const { t } = useTranslation(NAMESPACE)
  const { calls, not_carried_out, peak } = callsOfDay(hours)
  const summary =
    calls === 0
      ? t("overview.calls.none")
      : `${t("overview.calls.count", { count: calls })} ${t("overview.calls.notCarriedOut", { count: not_carried_out })}`
  return (
    <div className="relative flex flex-col gap-y-3 px-6 py-4">
      <div>
        <Heading level="h3">{t("overview.calls.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {summary}
        </Text>
      </div>
      {calls > 0 && (
        <>
          <CallsChart hours={hours} peak={peak} label={summary} />
          <CallsTable hours={hours} />
        </>
      )}
    </div>
  )
}
