import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordAnswer } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { MessageText } from "../message-text"
import { ChainStep } from "./chain-step"

/** What Discord last said of the role: the end of the chain. */
export const LastAnswer = ({ answer }: { answer: AdminDiscordAnswer | null }) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  if (!answer) {
    return (
      <ChainStep isLast>
        <Text size="small" className="text-ui-fg-subtle">
          {t("customer.answer.none")}
        </Text>
      </ChainStep>
    )
  }
  const { action, at, discord_code, discord_status, message_detail } = answer
  const code = [discord_status && `HTTP ${discord_status}`, discord_code]
  return (
    <ChainStep isLast>
      <Text size="small" className="text-ui-fg-subtle">
        {t(`customer.answer.${action}`, { defaultValue: t("customer.answer.other") })}
      </Text>
      {message_detail && (
        <Text size="xsmall" className="text-ui-fg-subtle text-pretty break-words">
          <MessageText message={message_detail} />
        </Text>
      )}
      <Text size="xsmall" className="text-ui-fg-subtle">
        {[getFullDate({ date: at, includeTime: true }).trim(), ...code].filter(Boolean).join(" · ")}
      </Text>
    </ChainStep>
  )
}
