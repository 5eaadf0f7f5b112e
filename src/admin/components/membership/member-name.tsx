import type { AdminDiscordMembership } from "../../../types/http"
import { DiscordUser } from "../access/discord-user"
import { TextLink } from "../text-link"

/** Linked to their customer, the registered one where there is one: a guest has one for each order. */
export const MemberName = ({ membership }: { membership: AdminDiscordMembership }) => {
  const [customerId] = membership.customer_ids
  const user = <DiscordUser account={membership.account} size="2xsmall" />
  return customerId === undefined ? (
    user
  ) : (
    <TextLink to={`/customers/${customerId}`}>{user}</TextLink>
  )
}
