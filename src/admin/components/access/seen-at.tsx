import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"

/** How old what is shown of a member is. */
export const SeenAt = ({ at }: { at: string | null }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate, getRelativeDate } = useDate()
  const title = at === null ? undefined : getFullDate({ date: at, includeTime: true }).trim()
  return (
    <Text size="xsmall" className="text-ui-fg-subtle text-nowrap" title={title}>
      {at === null ? t("role.notSeen") : t("role.seen", { when: getRelativeDate(at) })}
    </Text>
  )
}
