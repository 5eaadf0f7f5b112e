import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useSearchParams } from "react-router-dom"
import { MEMBERSHIP_STATUSES, type MembershipStatus } from "../../../types/http/words"
import type { AdminDiscordMembershipCounts } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"

interface QueueCountsProps {
  counts: AdminDiscordMembershipCounts
  chosen: readonly string[]
}

/** How many members stand where; a click shows those alone. */
export const QueueCounts = ({ counts, chosen }: QueueCountsProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const [, setParams] = useSearchParams()
  const numbers = new Intl.NumberFormat(localeOf(i18n.language))

  const toggle = (status: MembershipStatus) =>
    setParams((params) => {
      params.delete("offset")
      if (isOnly(chosen, status)) {
        params.delete("status")
      } else {
        params.set("status", JSON.stringify([status]))
      }
      return params
    })

  return (
    <div className="grid grid-cols-2 gap-px md:grid-cols-3 xl:grid-cols-6">
      {MEMBERSHIP_STATUSES.map((status) => (
        <button
          key={status}
          type="button"
          aria-pressed={isOnly(chosen, status)}
          onClick={() => toggle(status)}
          className={clx(
            "hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus transition-fg flex flex-col gap-y-1 px-6 py-4 text-start outline-none",
            isOnly(chosen, status) && "bg-ui-bg-base-pressed",
          )}
        >
          <Text size="small" leading="compact" className="text-ui-fg-subtle">
            {t(`queue.status.${status}`)}
          </Text>
          <Text size="xlarge" weight="plus">
            {numbers.format(counts[status])}
          </Text>
        </button>
      ))}
    </div>
  )
}

function isOnly(chosen: readonly string[], status: MembershipStatus): boolean {
  return chosen.length === 1 && chosen[0] === status
}
