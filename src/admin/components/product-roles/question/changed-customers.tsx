import { useCustomers } from "@medusajs/dashboard/hooks"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../../i18n/namespace"
import { customerName } from "../../../lib/customer-name"
import { discordName } from "../../../lib/discord/discord-user"
import type { RoleChange } from "../../../lib/role/preview-changes"
import { TextLink } from "../../text-link"

/** Whom a change of a role concerns, each with a link: in a tab of its own, as the choice is not saved yet. */
export const ChangedCustomers = ({ change: { customers, more } }: { change: RoleChange }) => {
  const { t } = useTranslation(NAMESPACE)
  const query = useCustomers({
    id: customers.map(({ customer_id }) => customer_id),
    fields: "id,first_name,last_name,email",
    limit: customers.length,
  })
  const names = new Map(query.customers?.map((customer) => [customer.id, customerName(customer)]))
  return (
    <div className="flex flex-col gap-y-1 pb-2 ps-7">
      <ul className="flex flex-col gap-y-1">
        {customers.map((customer) => (
          <li key={customer.customer_id} className="txt-compact-small">
            <TextLink to={`/customers/${customer.customer_id}`} newTab>
              {/* By what Discord calls them until the store has answered, or where it did not. */}
              {names.get(customer.customer_id) ?? discordName(customer)}
            </TextLink>{" "}
            <span className="text-ui-fg-subtle break-all">@{customer.username}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t("product.preview.more", { count: more })}
        </Text>
      )}
      {query.isError && (
        <Text size="small" leading="compact" className="text-ui-fg-subtle text-pretty">
          {t("product.preview.namesFailed")}
        </Text>
      )}
    </div>
  )
}
