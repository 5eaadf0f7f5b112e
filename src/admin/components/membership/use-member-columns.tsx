import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { discordName } from "../../lib/discord/discord-user"
import { SelectAll, SelectOne } from "../list/select-rows"
import { TextLink } from "../text-link"
import { MemberMenu } from "./member-menu"
import { MemberName } from "./member-name"
import { MembershipStatus } from "./membership-status"
import { Moment } from "./moment"
import { NextStep } from "./next-step"
import { ShownRoles } from "./shown-roles"

const helper = createDataTableColumnHelper<AdminDiscordMembership>()

/** The ids of those that can be sorted by are the API's. */
export function useMemberColumns(onCheck: (membership: AdminDiscordMembership) => void) {
  const { t } = useTranslation(NAMESPACE)
  return useMemo(() => {
    const byTime = {
      enableSorting: true,
      sortAscLabel: t("members.sort.time.asc"),
      sortDescLabel: t("members.sort.time.desc"),
    }
    return [
      helper.select({
        header: ({ table }) => <SelectAll table={table} label={t("members.select.all")} />,
        cell: ({ row }) => (
          <SelectOne
            row={row}
            label={t("members.select.one", { name: discordName(row.original.account) })}
          />
        ),
      }),
      helper.accessor(({ account }) => discordName(account), {
        id: "name",
        header: t("members.columns.member"),
        enableSorting: true,
        sortLabel: t("members.columns.member"),
        sortAscLabel: t("members.sort.name.asc"),
        sortDescLabel: t("members.sort.name.desc"),
        cell: ({ row: { original } }) => <MemberName membership={original} />,
      }),
      helper.display({
        id: "server",
        header: t("members.columns.server"),
        cell: ({ row: { original } }) => (
          <TextLink to={`/settings/discord/${original.server.id}`}>{original.server.name}</TextLink>
        ),
      }),
      helper.display({
        id: "roles",
        header: t("members.columns.roles"),
        cell: ({ row: { original } }) => <ShownRoles roles={original.roles} />,
      }),
      helper.display({
        id: "status",
        header: t("members.columns.status"),
        cell: ({ row: { original } }) => <MembershipStatus membership={original} />,
      }),
      helper.display({
        id: "next",
        header: t("members.columns.next"),
        cell: ({ row: { original } }) => <NextStep membership={original} />,
      }),
      helper.accessor("last_seen_at", {
        header: t("members.columns.seen"),
        sortLabel: t("members.columns.seen"),
        ...byTime,
        cell: ({ getValue }) => <Moment at={getValue()} none={t("members.never")} />,
      }),
      helper.accessor("next_attempt_at", {
        header: t("members.columns.attempt"),
        sortLabel: t("members.columns.attempt"),
        ...byTime,
        cell: ({ row: { original } }) => (
          <Moment at={original.status === "synced" ? null : original.next_attempt_at} none="-" />
        ),
      }),
      helper.display({
        id: "action",
        cell: ({ row: { original } }) => <MemberMenu membership={original} onCheck={onCheck} />,
      }),
    ]
  }, [t, onCheck])
}
