import { useDate } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordOverview } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { firstTab } from "../../lib/membership/member-tab"
import { remainingText } from "../../lib/remaining"
import { localeOf } from "../../lib/text/locale"
import { TextLink } from "../text-link"

/** Four figures: beside each other, on a phone two by two. */
export const Figures = ({ overview }: { overview: AdminDiscordOverview }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const { getFullDate, getRelativeDate } = useDate()
  const locale = localeOf(i18n.language)
  const number = new Intl.NumberFormat(locale)
  const { members_served, members_waiting, order_to_role, members_checked_at } = overview
  const { admin, customer, store } = members_waiting
  const waiting = admin + customer + store
  const tab = firstTab({ moves: members_waiting })
  return (
    <dl className="grid grid-cols-2 gap-x-4 gap-y-5 px-6 py-4 md:grid-cols-4">
      <Figure
        name={t("overview.served.label")}
        value={number.format(members_served)}
        hint={t("overview.served.hint")}
      />
      <Figure
        name={t("overview.waiting.label")}
        value={
          waiting === 0 ? (
            number.format(0)
          ) : (
            <TextLink to={`/settings/discord/members?tab=${tab}`}>
              {number.format(waiting)}
            </TextLink>
          )
        }
        hint={
          waiting === 0
            ? t("overview.waiting.nobody")
            : t("overview.waiting.forYou", { count: admin })
        }
      />
      <Figure
        name={t("overview.wait.label")}
        value={order_to_role ? remainingText(order_to_role.median_s, locale) : "–"}
        hint={
          order_to_role
            ? t("overview.wait.longest", { time: remainingText(order_to_role.longest_s, locale) })
            : t("overview.wait.none")
        }
      />
      <Figure
        name={t("overview.checked.label")}
        value={
          members_checked_at === null
            ? t("overview.checked.never")
            : getRelativeDate(members_checked_at)
        }
        hint={
          members_checked_at === null
            ? t("overview.checked.nightly")
            : getFullDate({ date: members_checked_at, includeTime: true })
        }
      />
    </dl>
  )
}

interface FigureProps {
  name: string
  value: ReactNode
  hint: string
}

const Figure = ({ name, value, hint }: FigureProps) => (
  <div className="min-w-0">
    <dt className="txt-compact-small text-ui-fg-subtle">{name}</dt>
    <dd className="mt-1">
      <Text as="span" size="large" weight="plus" className="block text-pretty">
        {value}
      </Text>
      <Text as="span" size="xsmall" className="text-ui-fg-subtle block text-pretty">
        {hint}
      </Text>
    </dd>
  </div>
)
