import { useTranslation } from "react-i18next"
import type { AdminDiscordActivityCause } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { TextLink } from "../text-link"
import { Products } from "./products"

/** Who or what caused an entry, by name, as a link where the dashboard has a page for it. */
export const Cause = ({ cause }: { cause: AdminDiscordActivityCause }) => {
  const { t } = useTranslation(NAMESPACE)
  const { kind, id } = cause
  switch (kind) {
    case "order": {
      const { display_id } = cause
      return display_id === null ? (
        <span className="break-all">{t("activity.trigger.orderGone", { id })}</span>
      ) : (
        <TextLink to={`/orders/${id}`}>
          {t("activity.trigger.order", { number: display_id })}
        </TextLink>
      )
    }
    case "customer":
    case "user": {
      const { name } = cause
      const page = kind === "customer" ? `/customers/${id}` : `/settings/users/${id}`
      return name === null ? (
        <span className="break-all">{t(`activity.trigger.${kind}`, { name: id })}</span>
      ) : (
        <TextLink to={page}>{t(`activity.trigger.${kind}`, { name })}</TextLink>
      )
    }
    case "product":
      return <TextLink to={`/products/${id}`}>{cause.name ?? id}</TextLink>
    case "variant":
      return <Products variants={[cause.variant]} />
    case "clock":
    case "orders":
      return <>{t(`activity.trigger.${kind}`)}</>
    case "manual":
      // Its own id says nothing; a reference that the store gave it does.
      return (
        <>
          {id.startsWith("dent_")
            ? t("activity.trigger.byHand")
            : t("activity.trigger.manual", { id })}
        </>
      )
    case "subscription":
    case "source":
      return <span className="break-all">{t(`activity.trigger.${kind}`, { id })}</span>
    case "other":
      return <span className="break-all">{id}</span>
  }
}
