import { clx, Text } from "@medusajs/ui"
import { Trans, useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { NAMESPACE } from "../../i18n/namespace"

interface SettingsHintProps {
  serverId: string
  className?: string
}

/** Where roles that the bot cannot give are explained, with a drawing of what to move: the page of their server. */
export const SettingsHint = ({ serverId, className }: SettingsHintProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Text size="xsmall" className={clx("text-ui-fg-subtle text-pretty", className)}>
      <Trans
        t={t}
        i18nKey="product.picker.settings"
        components={{
          settings: (
            <Link
              to={`/settings/discord/${serverId}`}
              // Not the interactive blue, which is too pale for text of this size.
              className="text-ui-fg-base underline"
            />
          ),
        }}
      />
    </Text>
  )
}
