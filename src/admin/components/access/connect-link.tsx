import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { ShownLink } from "./shown-link"

interface ConnectLinkProps {
  url: string
  className?: string
}

/** The page to send a registered customer to, who has to connect Discord. */
export const ConnectLink = ({ url, className }: ConnectLinkProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className={className}>
      <ShownLink
        label={t("access.connect.label")}
        url={url}
        hint={t("access.connect.hint")}
        copyLabel={t("access.connect.copy")}
      />
    </div>
  )
}
