import { RadioGroup } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRolesApplyTo } from "../../../../types/http/role-mapping"
import { NAMESPACE } from "../../../i18n/namespace"

interface ApplyToChoiceProps {
  value: AdminDiscordRolesApplyTo
  onChange: (value: AdminDiscordRolesApplyTo) => void
}

/** Whether those who bought already gain and lose what is listed, or keep what they have. */
export const ApplyToChoice = ({ value, onChange }: ApplyToChoiceProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <RadioGroup
      aria-label={t("product.applyTo.label")}
      value={value}
      onValueChange={(chosen) => onChange(chosen === "new_buyers" ? "new_buyers" : "everyone")}
    >
      <RadioGroup.ChoiceBox
        value="everyone"
        label={t("product.applyTo.everyone")}
        description={t("product.applyTo.everyoneHint")}
      />
      <RadioGroup.ChoiceBox
        value="new_buyers"
        label={t("product.applyTo.newBuyers")}
        description={t("product.applyTo.newBuyersHint")}
      />
    </RadioGroup>
  )
}
