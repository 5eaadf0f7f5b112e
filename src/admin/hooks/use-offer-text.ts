import { useDate } from "@medusajs/dashboard/hooks"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"

/** When a role was offered, as ISO 8601. */
export interface Offer {
  offered_from: string | null
  /** Only of what is offered no more. */
  offered_until?: string
}

/** "For purchases since 27 Nov 2026", or "kept by buyers before" it; null for what everyone has. */
export function useOfferText(): (offer: Offer) => string | null {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate } = useDate()
  const day = (date: string) => getFullDate({ date }).trim()
  return ({ offered_from, offered_until }) => {
    if (offered_until === undefined) {
      return offered_from === null ? null : t("product.offer.since", { date: day(offered_from) })
    }
    return offered_from === null
      ? t("product.offer.before", { date: day(offered_until) })
      : t("product.offer.between", { from: day(offered_from), until: day(offered_until) })
  }
}
