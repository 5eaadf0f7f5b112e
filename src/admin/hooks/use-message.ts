import { useCallback } from "react"
import { useTranslation } from "react-i18next"
import type { MessageDetail } from "../../messages"
import { MESSAGES } from "../i18n/namespace"
import { translateMessage } from "../lib/text/translate-message"

/** Says a message of the server's in the admin's language. */
export function useMessage(): (message: MessageDetail) => string {
  const { t, i18n } = useTranslation(MESSAGES)
  return useCallback((message) => translateMessage(message, t, i18n.language), [t, i18n.language])
}
