import { Label, Switch, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"
import {
  isRequired,
  requirementFor,
  type ConnectionSetting,
} from "../../../lib/role/connection-setting"

interface ConnectedBuyersProps {
  setting: ConnectionSetting
  onChange: (own: boolean | null) => void
}

/** Whether the product is sold only to who has connected Discord. What the store's option says anyway is not set for the product. */
export const ConnectedBuyers = ({ setting, onChange }: ConnectedBuyersProps) => {
  const { t } = useTranslation(NAMESPACE)
  const id = useId()
  const hintId = useId()
  const isOn = isRequired(setting)
  const isWarned = !isOn && setting.own === null && setting.option === "warn"
  const says = isOn ? "on" : isWarned ? "warn" : "off"
  return (
    <div className="flex flex-col gap-y-1">
      <div className="flex items-center gap-x-3">
        <Switch
          id={id}
          type="button"
          size="small"
          aria-describedby={hintId}
          checked={isOn}
          onCheckedChange={(on) => onChange(requirementFor(on, setting.option))}
        />
        <Label htmlFor={id} size="small" weight="plus">
          {t("product.connection.label")}
        </Label>
      </div>
      <Text id={hintId} size="small" className="text-ui-fg-subtle text-pretty">
        {t(`product.connection.${says}`)}{" "}
        {setting.own === null ? t("product.connection.asOption") : t("product.connection.own")}
      </Text>
    </div>
  )
}
