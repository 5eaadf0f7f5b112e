import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import type { Suspendable } from "../../lib/access/suspension"
import { Actor } from "./actor"

/** Since when an access gives nothing for now, why, and who said so; nothing while it is not suspended. */
export const SuspensionNote = ({ access }: { access: Suspendable }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const { suspended_at, suspended_by, suspended_note, suspended_reason } = access
  if (suspended_at === null) {
    return null
  }
  const date = getFullDate({ date: suspended_at, includeTime: true }).trim()
  const reason = t(`access.suspension.reason.${suspended_reason ?? "other"}`)
  return (
    <div className="flex flex-col gap-y-1">
      <Text size="xsmall" className="text-ui-tag-orange-text text-pretty">
        {t("access.suspension.since", { date, reason })}
        {suspended_by && (
          <>
            {" · "}
            <Actor id={suspended_by} />
          </>
        )}
      </Text>
      {suspended_note && (
        <Text size="xsmall" className="text-ui-fg-subtle break-words">
          {t("customer.why.note", { note: suspended_note })}
        </Text>
      )}
    </div>
  )
}
