import { useDate } from "@medusajs/dashboard/hooks"
import { Copy, Hint, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordClaimResponse } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"

/** The link just made. It is shown this once: the store keeps no copy that could be read. */
export const ClaimLink = ({ claim_url, expires_at }: AdminDiscordClaimResponse) => {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const id = useId()
  const date = getFullDate({ date: expires_at, includeTime: true }).trim()
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">
        {t("order.claim.label")}
      </Label>
      <div className="flex items-center gap-x-2">
        <div className="flex-1">
          <Input
            id={id}
            size="small"
            readOnly
            value={claim_url}
            aria-describedby={`${id}-hint`}
            onFocus={(event) => event.target.select()}
          />
        </div>
        <Copy
          content={claim_url}
          aria-label={t("order.claim.copyAgain")}
          className="text-ui-fg-muted"
        />
      </div>
      <Hint id={`${id}-hint`}>{t("order.claim.hint", { date })}</Hint>
    </div>
  )
}
