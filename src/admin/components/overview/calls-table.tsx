import { useTranslation } from "react-i18next"
import type { AdminDiscordCallHour } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { hourSpan } from "../../lib/overview/hour-span"
import { localeOf } from "../../lib/text/locale"

/** What the chart shows, for who cannot see it. */
export const CallsTable = ({ hours }: { hours: readonly AdminDiscordCallHour[] }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  return (
    <div className="sr-only">
      <table>
        <caption>{t("overview.calls.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("overview.calls.hour")}</th>
            <th scope="col">{t("overview.calls.all")}</th>
            <th scope="col">{t("overview.calls.refused")}</th>
            <th scope="col">{t("overview.calls.rateLimited")}</th>
            <th scope="col">{t("overview.calls.failed")}</th>
          </tr>
        </thead>
        <tbody>
          {hours.map((hour) => (
            <tr key={hour.begins_at}>
              <th scope="row">{hourSpan(hour, i18n.language)}</th>
              <td>{number.format(hour.calls)}</td>
              <td>{number.format(hour.refused)}</td>
              <td>{number.format(hour.rate_limited)}</td>
              <td>{number.format(hour.failed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
