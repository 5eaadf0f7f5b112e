import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { errorMessage } from "../lib/error-message"
import { useSentence } from "./use-sentence"

/** Why a request was not carried out, in the admin's language. */
export function useErrorMessage(): (error: unknown) => string {
  const { t } = useTranslation(NAMESPACE)
  const sentence = useSentence()
  return useCallback(
    (error) => sentence(errorMessage(error, t("errors.unreachable"))),
    [t, sentence],
  )
}
