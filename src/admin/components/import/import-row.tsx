import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordImportRow } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { MessageText } from "../message-text"
import { OUTCOME_COLORS } from "./outcome-colors"

/** Who it is, what happens, and why not. */
export const ImportRow = ({ row }: { row: AdminDiscordImportRow }) => {
  const { t } = useTranslation(NAMESPACE)
  const who = row.customer?.email ?? row.email ?? row.customer?.id ?? row.customer_id
  return (
    <li className="flex flex-col gap-y-1 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="min-w-0 break-all">
          {who ?? t("imports.nobody")}
        </Text>
        <span className="flex flex-wrap gap-1">
          {row.outcomes.map((outcome) => (
            <StatusBadge key={outcome} color={OUTCOME_COLORS[outcome]}>
              {t(`imports.outcome.${outcome}`)}
            </StatusBadge>
          ))}
        </span>
      </div>
      <Asked row={row} />
      {row.reason_detail && (
        <Text size="small" className="text-ui-fg-error text-pretty break-words">
          <MessageText message={row.reason_detail} />
        </Text>
      )}
      {row.notice_details.map((notice) => (
        <Text key={notice.code} size="small" className="text-ui-fg-subtle text-pretty">
          <MessageText message={notice} />
        </Text>
      ))}
    </li>
  )
}

/** Where it stands in the file, and what it gives. */
const Asked = ({ row }: { row: AdminDiscordImportRow }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const { variant, ends_at, discord_user_id } = row
  const day = new Intl.DateTimeFormat(localeOf(i18n.language), {
    dateStyle: "medium",
    timeStyle: "short",
  })
  const parts = [
    t("imports.row", { row: row.row }),
    ...(variant ? [variant.product_title, variant.title] : []),
    ends_at && t("access.until", { date: day.format(new Date(ends_at)) }),
    discord_user_id && t("imports.user", { id: discord_user_id }),
  ]
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle break-words">
      {parts.filter(Boolean).join(" · ")}
    </Text>
  )
}
