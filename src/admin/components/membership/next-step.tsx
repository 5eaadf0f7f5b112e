import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { nextStepOf } from "../../lib/membership/next-step"
import { MessageText } from "../message-text"

/** What a person does next about a member, and why. */
export const NextStep = ({ membership }: { membership: AdminDiscordMembership }) => {
  const { t } = useTranslation(NAMESPACE)
  const { reason_detail } = membership
  return (
    <div className="flex min-w-60 max-w-96 flex-col gap-y-0.5 whitespace-normal py-2">
      <Text size="small" className="text-pretty">
        {t(`members.next.${nextStepOf(membership)}`)}
      </Text>
      {reason_detail && (
        <Text size="xsmall" className="text-ui-fg-subtle text-pretty">
          <MessageText message={reason_detail} />
        </Text>
      )}
    </div>
  )
}
