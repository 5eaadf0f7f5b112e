import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"

/** Why an access ended, in words; a reason that a developer's own source gave, as they gave it. */
export function useEndReason(): (access: { ended_reason: string | null }) => string {
  const { t } = useTranslation(NAMESPACE)
  return useCallback(
    ({ ended_reason }) =>
      ended_reason === null
        ? t("access.endReason.time")
        : t(`access.endReason.${ended_reason}`, {
            defaultValue: ended_reason.replaceAll("_", " "),
          }),
    [t],
  )
}
