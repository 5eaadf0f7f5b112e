import { useDate } from "@medusajs/dashboard/hooks"
import { createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { DiscordUser } from "../access/discord-user"
import { SeenAt } from "../access/seen-at"
import { RoleDot } from "../role-dot"
import { MessageText } from "../message-text"
import { TextLink } from "../text-link"
import { MembershipStatus } from "./membership-status"

const helper = createDataTableColumnHelper<AdminDiscordMembership>()

/** @param onRetry left out where the admin's role does not allow it */
export function useMembershipColumns(onRetry?: (membership: AdminDiscordMembership) => void) {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate, getRelativeDate } = useDate()
  return useMemo(
    () => [
      helper.display({
        id: "account",
        header: t("queue.columns.member"),
        cell: ({ row: { original } }) => <Member membership={original} />,
      }),
      helper.display({
        id: "server",
        header: t("queue.columns.server"),
        cell: ({ row: { original } }) => (
          <TextLink to={`/settings/discord/${original.server.id}`}>{original.server.name}</TextLink>
        ),
      }),
      helper.display({
        id: "roles",
        header: t("queue.columns.roles"),
        cell: ({ row: { original } }) => <WantedRoles roles={original.roles} />,
      }),
      helper.display({
        id: "status",
        header: t("queue.columns.status"),
        cell: ({ row: { original } }) => (
          <div className="flex flex-col items-start gap-y-0.5 py-2">
            <MembershipStatus membership={original} />
            <SeenAt at={original.last_seen_at} />
          </div>
        ),
      }),
      helper.display({
        id: "reason",
        header: t("queue.columns.reason"),
        cell: ({ row: { original } }) => (
          <Text size="small" className="text-pretty min-w-60 max-w-96 whitespace-normal py-2">
            {original.reason_detail === null ? (
              t("queue.nothingLeft")
            ) : (
              <MessageText message={original.reason_detail} />
            )}
          </Text>
        ),
      }),
      helper.display({
        id: "next",
        header: t("queue.columns.next"),
        cell: ({ row: { original } }) =>
          original.next_attempt_at && original.status !== "synced" ? (
            <Tooltip content={getFullDate({ date: original.next_attempt_at, includeTime: true })}>
              <span>{getRelativeDate(original.next_attempt_at)}</span>
            </Tooltip>
          ) : (
            "-"
          ),
      }),
      ...(onRetry
        ? [
            helper.action({
              actions: ({ row: { original } }) => [
                { label: t("queue.retry.one"), onClick: () => onRetry(original) },
              ],
            }),
          ]
        : []),
    ],
    [t, getFullDate, getRelativeDate, onRetry],
  )
}

/** Linked to the customer where it is one: guests have a customer for each order. */
const Member = ({ membership }: { membership: AdminDiscordMembership }) => {
  const [customerId, ...others] = membership.customer_ids
  const user = <DiscordUser account={membership.account} size="2xsmall" />
  return customerId !== undefined && others.length === 0 ? (
    <TextLink to={`/customers/${customerId}`}>{user}</TextLink>
  ) : (
    user
  )
}

const WantedRoles = ({ roles }: { roles: AdminDiscordMembership["roles"] }) => (
  <ul className="flex flex-col gap-y-0.5">
    {roles
      .filter(({ desired, held }) => desired || held)
      .map((role) => (
        <li key={role.role_id} className="flex items-center gap-x-2">
          <RoleDot color={role.color} />
          <span className={role.desired ? undefined : "line-through"}>{role.name}</span>
        </li>
      ))}
  </ul>
)
