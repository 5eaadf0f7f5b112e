import { DataTable } from "@medusajs/dashboard/components"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { Container, createDataTableColumnHelper, Text, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer, AdminDiscordServerListResponse } from "../../../types/http/server"
import { useDiscordServers } from "../../hooks/api/servers"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { HealthBadge } from "../health-badge"
import { ServerAvatar } from "../server-avatar"

const PAGE_SIZE = 20

/** The page of servers that the address asks for. */
export function useServerPage() {
  const { offset, q, order } = useQueryParams(["offset", "q", "order"])
  return useDiscordServers({
    limit: PAGE_SIZE,
    offset: offset ? Number(offset) : 0,
    order: order ?? "name",
    ...(q ? { q } : {}),
  })
}

interface ServerTableProps {
  page: AdminDiscordServerListResponse
  onConnect: () => void
}

export const ServerTable = ({ page, onConnect }: ServerTableProps) => {
  const { t } = useTranslation(NAMESPACE)
  const columns = useColumns()
  return (
    <Container className="p-0">
      <DataTable
        data={page.servers}
        columns={columns}
        rowCount={page.count}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        heading={t("settings.title")}
        subHeading={t("settings.subtitle")}
        rowHref={({ id }) => `/settings/discord/${id}`}
        actions={[
          { label: t("members.title"), to: "/settings/discord/members" },
          { label: t("activity.title"), to: "/settings/discord/activity" },
          { label: t("settings.connect.button"), onClick: onConnect },
        ]}
        emptyState={{
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

function useColumns() {
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
      columnHelper.accessor("health", {
        header: t("settings.columns.health"),
        cell: ({ row: { original } }) => <HealthCell server={original} />,
      }),
    ]
  }, [t, i18n.language])
}

function formatted(format: Intl.NumberFormat, value: number | null): string {
  return value === null ? "–" : format.format(value)
}

const HealthCell = ({
  server: { health, health_reason_detail },
}: {
  server: AdminDiscordServer
}) => {
  const say = useMessage()
  const reason = health_reason_detail && say(health_reason_detail)
  return reason === null ? (
    <HealthBadge health={health} />
  ) : (
    <Tooltip content={reason}>
      <span className="flex min-w-0 items-center gap-x-2">
        <HealthBadge health={health} />
        <Text size="small" leading="compact" className="text-ui-fg-subtle max-w-60 truncate">
          {reason}
        </Text>
      </span>
    </Tooltip>
  )
}
