import { useDate } from "@medusajs/dashboard/hooks"
import { createDataTableColumnHelper, StatusBadge, Text, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordActivity } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { RoleDot } from "../role-dot"
import { MessageText } from "../message-text"
import { TextLink } from "../text-link"
import { Trigger } from "./trigger"

const helper = createDataTableColumnHelper<AdminDiscordActivity>()

export function useActivityColumns() {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate, getRelativeDate } = useDate()
  return useMemo(
    () => [
      helper.display({
        id: "created_at",
        header: t("activity.columns.when"),
        cell: ({ row: { original } }) => (
          <Tooltip content={getFullDate({ date: original.created_at, includeTime: true })}>
            <span className="text-nowrap">{getRelativeDate(original.created_at)}</span>
          </Tooltip>
        ),
      }),
      helper.display({
        // Not "action": the table keeps that id narrow, for a menu.
        id: "what",
        header: t("activity.columns.action"),
        cell: ({ row: { original } }) => (
          <StatusBadge
            color={original.outcome === "failed" ? "red" : "green"}
            className="text-nowrap"
          >
            {t(`activity.action.${original.action}`)}
          </StatusBadge>
        ),
      }),
      helper.display({
        id: "member",
        header: t("activity.columns.member"),
        cell: ({ row: { original } }) => original.global_name ?? original.username ?? "-",
      }),
      helper.display({
        id: "role",
        header: t("activity.columns.role"),
        cell: ({ row: { original } }) => <Role entry={original} />,
      }),
      helper.display({
        id: "server",
        header: t("activity.columns.server"),
        cell: ({ row: { original } }) =>
          original.server_id && original.server_name ? (
            <TextLink to={`/settings/discord/${original.server_id}`}>
              {original.server_name}
            </TextLink>
          ) : (
            "-"
          ),
      }),
      helper.display({
        id: "trigger",
        header: t("activity.columns.trigger"),
        cell: ({ row: { original } }) => <Trigger trigger={original.trigger} />,
      }),
      helper.display({
        id: "message",
        header: t("activity.columns.message"),
        cell: ({ row: { original } }) => <Answer entry={original} />,
      }),
    ],
    [t, getFullDate, getRelativeDate],
  )
}

const Role = ({ entry }: { entry: AdminDiscordActivity }) =>
  entry.role_id === null ? (
    "-"
  ) : (
    <span className="flex items-center gap-x-2">
      <RoleDot color={entry.role_color ?? 0} />
      {entry.role_name ?? entry.role_id}
    </span>
  )

/** What Discord said, with the code that its documentation explains. */
const Answer = ({
  entry: { message_detail: message, discord_status, discord_code },
}: {
  entry: AdminDiscordActivity
}) => {
  const codes = [discord_status, discord_code].filter((code) => code !== null).join(" / ")
  return (
    <Text size="small" className="text-pretty min-w-48 max-w-96 whitespace-normal py-2">
      {message && <MessageText message={message} />}
      {codes && <span className="text-ui-fg-subtle">{message ? ` (${codes})` : codes}</span>}
    </Text>
  )
}
