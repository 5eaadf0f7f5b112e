import { History } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MessageDetail } from "../../../messages"
import type { AdminDiscordVariant } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { OPENS_ROLES } from "../../lib/role/opens-roles"
import { activityLink } from "../../lib/activity/link"
import { MessageText } from "../message-text"
import { SectionMenu } from "../section-menu"
import { TextLink } from "../text-link"

interface NoRolesProps {
  orderId: string
  reason: MessageDetail
  ordered: readonly AdminDiscordVariant[]
}

/** Why the order gives nobody a role, and where roles are chosen for what was ordered. */
export const NoRoles = ({ orderId, reason, ordered }: NoRolesProps) => {
  const { t } = useTranslation(NAMESPACE)
  const products = new Map(
    ordered.flatMap(({ product_id, product_title }) =>
      product_id === null ? [] : [[product_id, product_title ?? product_id] as const],
    ),
  )
  const activity = {
    label: t("activity.title"),
    icon: <History />,
    to: activityLink("order_id", orderId),
  }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("order.title")}</Heading>
        <SectionMenu label={t("order.menu")} groups={[[activity]]} />
      </div>
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          <MessageText message={reason} />
        </Text>
        {reason.code === "entitlement.order_not_mapped" && (
          <ul className="flex flex-col gap-y-1">
            {[...products].map(([id, product]) => (
              <li key={id} className="txt-small">
                <TextLink to={`/products/${id}`} state={OPENS_ROLES}>
                  {t("order.chooseRoles", { product })}
                </TextLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Container>
  )
}
