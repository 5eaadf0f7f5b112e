import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { errorMessage } from "../lib/text/error-message"
import { useMessage } from "./use-message"

/** Why a request was not carried out, in the admin's language. */
export function useErrorMessage(): (error: unknown) => string {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  return useCallback(
    (error) =>
      errorMessage(
        error,
        {
          forbidden: t("errors.forbidden"),
          tooLarge: t("errors.tooLarge"),
          unreachable: t("errors.unreachable"),
        },
        say,
      ),
    [t, say],
  )
}
