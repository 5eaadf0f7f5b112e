import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { readTrigger } from "../../lib/access/trigger"
import { TextLink } from "../text-link"

/** Who or what caused an entry, as a link where the dashboard has a page for it. */
export const Trigger = ({ trigger }: { trigger: string | null }) => {
  const { t } = useTranslation(NAMESPACE)
  if (trigger === null) {
    return <>-</>
  }
  const { kind, id } = readTrigger(trigger)
  switch (kind) {
    case "order":
      return <TextLink to={`/orders/${id}`}>{t("activity.trigger.order")}</TextLink>
    case "customer":
      return <TextLink to={`/customers/${id}`}>{t("activity.trigger.customer")}</TextLink>
    case "user":
      return <TextLink to={`/settings/users/${id}`}>{t("activity.trigger.user")}</TextLink>
    case "clock":
    case "orders":
      return <>{t(`activity.trigger.${kind}`)}</>
    case "subscription":
    case "source":
    case "manual":
    case "variant":
      return <span className="break-all">{t(`activity.trigger.${kind}`, { id })}</span>
    case "other":
      return <span className="break-all">{trigger}</span>
  }
}
