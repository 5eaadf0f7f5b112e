import { useDate } from "@medusajs/dashboard/hooks"
import { StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordSyncRun } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { remainingText } from "../../lib/remaining"
import { localeOf } from "../../lib/text/locale"
import { Actor } from "../access/actor"
import { MessageText } from "../message-text"
import { Differences } from "./differences"
import { ProgressBar } from "./progress-bar"
import { Steering } from "./steering"

const COLORS: Record<AdminDiscordSyncRun["status"], ComponentProps<typeof StatusBadge>["color"]> = {
  running: "blue",
  waiting_for_admin: "orange",
  completed: "green",
  canceled: "grey",
  failed: "red",
}

/** A dry run has words of its own: nothing is done by it. */
function wordsOf({ kind, dry_run }: AdminDiscordSyncRun) {
  return kind === "reconcile" && dry_run ? "reconcile_dry" : kind
}

/** One run: what it does, how far it is, how fast, how long still. */
export const BulkRun = ({ run }: { run: AdminDiscordSyncRun }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getRelativeDate } = useDate()
  const kind = t(`bulk.kind.${wordsOf(run)}`)
  const names = run.server_name ?? run.products.map((product) => product.title).join(", ")
  const title = names ? t("bulk.named", { kind, names }) : kind
  return (
    <section aria-label={title} className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex items-start justify-between gap-x-4">
        <div className="flex flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-x-2">
            <Text size="small" leading="compact" weight="plus">
              {title}
            </Text>
            <StatusBadge color={COLORS[run.status]}>{t(`bulk.status.${run.status}`)}</StatusBadge>
            <Text size="small" leading="compact" className="text-ui-fg-subtle">
              {getRelativeDate(run.created_at)}
              {run.actor_id !== null && (
                <>
                  {" "}
                  <Actor id={run.actor_id} />
                </>
              )}
            </Text>
          </div>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            <MessageText message={run.message_detail} />
            {run.error_message !== null && ` ${run.error_message}`}
          </Text>
        </div>
        <Steering run={run} />
      </div>
      <ProgressBar label={title} value={run.done} max={run.total} />
      <Figures run={run} />
      {run.can_confirm && <Differences run={run} />}
    </section>
  )
}

const Figures = ({ run }: { run: AdminDiscordSyncRun }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const locale = localeOf(i18n.language)
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  const parts = [
    t("bulk.progress", { done: number(run.done), total: number(run.total) }),
    t(`bulk.result.${wordsOf(run)}.added`, { count: run.added, number: number(run.added) }),
    t(`bulk.result.${wordsOf(run)}.removed`, { count: run.removed, number: number(run.removed) }),
    run.failed > 0 && t("bulk.failed", { count: run.failed, number: number(run.failed) }),
    run.status === "running" && run.rate !== null && t("bulk.rate", { rate: number(run.rate, 1) }),
    run.status === "running" &&
      run.remaining_seconds !== null &&
      t("bulk.remaining", { time: remainingText(run.remaining_seconds, locale) }),
  ]
  return (
    <Text size="small" leading="compact" className="text-ui-fg-subtle tabular-nums">
      {parts.filter(Boolean).join(" · ")}
    </Text>
  )
}
