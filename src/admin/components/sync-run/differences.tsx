import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordSyncRun } from "../../../types/http"
import { useDifferences } from "../../hooks/api/sync-runs"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { LoadError } from "../load-error"
import { Loading } from "../loading"
import { RoleDot } from "../role-dot"
import { DifferenceRow } from "./difference-row"
import { RunPages } from "./run-pages"

const PAGE_SIZE = 20

/** What a run would do: role by role, and member by member where somebody wants to know. */
export const Differences = ({ run }: { run: AdminDiscordSyncRun }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const [page, setPage] = useState<number | null>(null)
  const list = useDifferences(run.id, { limit: PAGE_SIZE, offset: (page ?? 0) * PAGE_SIZE })
  const format = new Intl.NumberFormat(localeOf(i18n.language))
  const counted = (key: "give" | "take" | "kick", count: number) =>
    count > 0 && t(`bulk.differences.${key}`, { count, number: format.format(count) })

  if (list.isLoadingError) {
    return (
      <LoadError
        title={t("bulk.differences.loadFailed")}
        error={list.error}
        onRetry={() => void list.refetch()}
      />
    )
  }
  if (!list.data) {
    return <Loading label={t("bulk.differences.loading")} rows={2} />
  }
  const { roles, differences, kicked, count } = list.data
  if (count === 0) {
    return <Text size="small">{t("bulk.differences.empty")}</Text>
  }
  return (
    <div className="shadow-elevation-card-rest bg-ui-bg-base divide-y rounded-lg">
      <ul aria-label={t("bulk.differences.title")} className="divide-y">
        {roles.map(({ role_id, name, color, added, removed }) => (
          <li key={role_id} className="flex flex-wrap items-center gap-2 px-4 py-2">
            <RoleDot color={color} />
            <Text size="small" leading="compact" weight="plus" className="break-words">
              {name}
            </Text>
            <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
              {[counted("give", added), counted("take", removed)].filter(Boolean).join(" · ")}
            </Text>
          </li>
        ))}
        {kicked > 0 && (
          <li className="px-4 py-2">
            <Text size="small" leading="compact" weight="plus">
              {counted("kick", kicked)}
            </Text>
          </li>
        )}
      </ul>
      {page !== null && (
        <ul className="divide-y">
          {differences.map((difference) => (
            <DifferenceRow key={difference.id} difference={difference} />
          ))}
        </ul>
      )}
      {page !== null && count > PAGE_SIZE && (
        <RunPages page={page} pageSize={PAGE_SIZE} count={count} onOpen={setPage} />
      )}
      <div className="px-4 py-2">
        <Button
          size="small"
          variant="transparent"
          onClick={() => setPage(page === null ? 0 : null)}
        >
          {t(page === null ? "bulk.differences.show" : "bulk.differences.hide")}
        </Button>
      </div>
    </div>
  )
}
