import { useDate } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import type { AdminDiscordOptions } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"

interface SubscriptionSourcesProps {
  sources: AdminDiscordOptions["subscriptions"]
}

/** Which subscriptions are read, and up to when they were, where that is known. */
export const SubscriptionSources = ({ sources }: SubscriptionSourcesProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { getRelativeDate } = useDate()
  if (sources.length === 0) {
    return t("options.subscriptions.none")
  }
  return (
    <ul className="flex flex-col gap-y-1">
      {sources.map(({ name, grace_days, read_at }) => (
        <li key={name}>
          {[
            t("options.subscriptions.source", { name }),
            grace_days > 0 ? t("options.subscriptions.grace", { count: grace_days }) : null,
            read_at && t("options.subscriptions.read", { when: getRelativeDate(read_at) }),
          ]
            .filter(Boolean)
            .join(" ")}
        </li>
      ))}
    </ul>
  )
}
