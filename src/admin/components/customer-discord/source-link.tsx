import { useTranslation } from "react-i18next"
import type { AdminDiscordRoleReason } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { TextLink } from "../text-link"

type Source = Pick<AdminDiscordRoleReason, "source" | "source_id" | "display_id" | "provider">

/** What gave the access, as the shop calls it. A subscription has no page that we could know of. */
export const SourceLink = ({ reason }: { reason: Source }) => {
  const { t } = useTranslation(NAMESPACE)
  const { display_id, provider, source, source_id } = reason
  switch (source) {
    case "order":
      return (
        <TextLink to={`/orders/${source_id}`}>
          {t("customer.source.order", { number: display_id ?? source_id })}
        </TextLink>
      )
    case "subscription":
      return (
        <span className="break-all">
          {t(provider ? "customer.source.subscriptionOf" : "customer.source.subscription", {
            id: source_id,
            provider,
          })}
        </span>
      )
    case "manual":
      return <span>{t("customer.source.manual")}</span>
  }
}
