import { DataTable } from "@medusajs/dashboard/components"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { Button, Container, createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { useMemo, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminDiscordServer, AdminDiscordServerListResponse } from "../../../types/http/server"
import { useDiscordServers } from "../../hooks/api/servers"
import { SETUP_POLL_MS } from "../../hooks/api/setup"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { HealthBadge } from "../health-badge"
import { SectionHeader } from "../section-header"
import { ServerAvatar } from "../server-avatar"

const PAGE_SIZE = 20

/** The page of servers that the address asks for. @param follows whether to look for changes by itself */
export function useServerPage(follows: boolean) {
  const { offset, q, order } = useQueryParams(["offset", "q", "order"])
  return useDiscordServers(
    {
      limit: PAGE_SIZE,
      offset: offset ? Number(offset) : 0,
      order: order ?? "name",
      ...(q ? { q } : {}),
    },
    { refetchInterval: follows && SETUP_POLL_MS },
  )
}

interface ServerTableProps {
  page: AdminDiscordServerListResponse
  /** Whether it is not known any more how the servers are. */
  isStale: boolean
  /** *Add Discord Server*, where the page offers it nowhere else. */
  connectButton: ReactNode
}

export const ServerTable = ({ page, isStale, connectButton }: ServerTableProps) => {
  const { t } = useTranslation(NAMESPACE)
  const columns = useColumns(isStale)
  return (
    <Container className="divide-y p-0">
      <SectionHeader title={t("settings.title")} subtitle={t("settings.subtitle")}>
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/discord/members">{t("members.title")}</Link>
        </Button>
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/discord/access">{t("entitlements.title")}</Link>
        </Button>
        <Button size="small" variant="secondary" asChild>
          <Link to="/settings/discord/activity">{t("activity.title")}</Link>
        </Button>
        {connectButton}
      </SectionHeader>
      <DataTable
        data={page.servers}
        columns={columns}
        rowCount={page.count}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        rowHref={({ id }) => `/settings/discord/${id}`}
        emptyState={{
          empty: {
            heading: t("settings.noServers.title"),
            description: t("settings.noServers.description"),
          },
          filtered: {
            heading: t("settings.noResults.title"),
            description: t("settings.noResults.description"),
          },
        }}
      />
    </Container>
  )
}

const columnHelper = createDataTableColumnHelper<AdminDiscordServer>()

function useColumns(isStale: boolean) {
  const { t, i18n } = useTranslation(NAMESPACE)
  return useMemo(() => {
    const number = new Intl.NumberFormat(localeOf(i18n.language))
    return [
      columnHelper.accessor("name", {
        header: t("settings.columns.server"),
        enableSorting: true,
        cell: ({ row: { original } }) => (
          <span className="flex min-w-0 items-center gap-x-3 py-1 ps-0.5">
            <ServerAvatar server={original} />
            <span className="truncate">{original.name}</span>
          </span>
        ),
      }),
      // Second, so that a phone shows it without scrolling.
      columnHelper.accessor("health", {
        header: t("settings.columns.health"),
        cell: ({ row: { original } }) => <HealthCell server={original} isStale={isStale} />,
      }),
      columnHelper.accessor("member_count", {
        header: t("settings.columns.members"),
        cell: ({ getValue }) => formatted(number, getValue()),
      }),
      columnHelper.accessor("customer_count", {
        header: t("settings.columns.customers"),
        cell: ({ getValue }) => formatted(number, getValue()),
      }),
      columnHelper.accessor("mapped_role_count", {
        header: t("settings.columns.mappedRoles"),
        cell: ({ getValue }) => formatted(number, getValue()),
      }),
    ]
  }, [t, i18n.language, isStale])
}

function formatted(format: Intl.NumberFormat, value: number | null): string {
  return value === null ? "–" : format.format(value)
}

const HealthCell = ({
  server: { health, health_reason_detail },
  isStale,
}: {
  server: AdminDiscordServer
  isStale: boolean
}) => {
  const say = useMessage()
  const reason = health_reason_detail && say(health_reason_detail)
  return reason === null ? (
    <HealthBadge health={health} isStale={isStale} />
  ) : (
    <Tooltip content={reason}>
      <span className="flex min-w-0 items-center gap-x-2">
        <HealthBadge health={health} isStale={isStale} />
        <Text
          size="small"
          leading="compact"
          className="text-ui-fg-subtle line-clamp-2 max-w-60 min-w-40 whitespace-normal"
        >
          {reason}
        </Text>
      </span>
    </Tooltip>
  )
}
