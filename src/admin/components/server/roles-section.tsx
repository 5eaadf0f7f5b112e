import { DataTable } from "@medusajs/dashboard/components"
import { useQueryParams } from "@medusajs/dashboard/hooks"
import { Badge, Container, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole } from "../../../types/http/server"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { RoleDot } from "../role-dot"
import { MessageText } from "../message-text"

const PREFIX = "roles"
const PAGE_SIZE = 10

interface RolesSectionProps {
  /** Highest first; undefined while they load. Discord allows 250: they come in one answer and are paged here. */
  roles: readonly AdminDiscordRole[] | undefined
}

/** Every role of the server: what gives it, what it gives, and why it cannot be assigned. */
export const RolesSection = ({ roles }: RolesSectionProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { offset, q } = useQueryParams(["offset", "q"], PREFIX)
  const columns = useColumns()
  const start = offset ? Number(offset) : 0
  const found = useMemo(() => {
    const words = (q ?? "").toLowerCase()
    return roles?.filter(
      ({ name, reason }) => reason !== "everyone" && name.toLowerCase().includes(words),
    )
  }, [roles, q])
  return (
    <Container className="p-0">
      <DataTable
        data={found?.slice(start, start + PAGE_SIZE) ?? []}
        columns={columns}
        rowCount={found?.length ?? 0}
        getRowId={({ id }) => id}
        pageSize={PAGE_SIZE}
        prefix={PREFIX}
        isLoading={!found}
        heading={t("server.roles.title")}
        headingLevel="h2"
        emptyState={{
          empty: {
            heading: t("server.roles.empty"),
            description: t("server.roles.emptyHint"),
          },
          filtered: {
            heading: t("server.roles.noResults"),
            description: t("server.roles.noResultsHint"),
          },
        }}
      />
    </Container>
  )
}

const columnHelper = createDataTableColumnHelper<AdminDiscordRole>()

function useColumns() {
  const { t, i18n } = useTranslation(NAMESPACE)
  return useMemo(() => {
    const number = new Intl.NumberFormat(localeOf(i18n.language))
    return [
      columnHelper.accessor("name", {
        header: t("server.roles.role"),
        cell: ({ row: { original } }) => <RoleCell role={original} />,
      }),
      columnHelper.accessor("variant_count", {
        header: t("server.roles.variants"),
        cell: ({ getValue }) => number.format(getValue()),
      }),
      columnHelper.accessor("opens_channels", {
        header: t("server.roles.opens"),
        cell: ({ getValue }) => {
          const count = getValue()
          return count === null ? "–" : number.format(count)
        },
      }),
      columnHelper.accessor("assignable", {
        header: t("server.roles.assignable"),
        cell: ({ row: { original } }) => <AssignableCell role={original} />,
      }),
    ]
  }, [t, i18n.language])
}

const RoleCell = ({ role }: { role: AdminDiscordRole }) => {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  const permissions = role.dangerous_permission_details.map(say).join(", ")
  return (
    <span className="flex min-w-0 items-center gap-x-2">
      <RoleDot color={role.color} />
      <span className="truncate">{role.name}</span>
      {permissions && role.assignable && (
        <Badge size="2xsmall" color="orange" className="min-w-0">
          <span className="truncate">{t("server.roles.dangerous", { permissions })}</span>
        </Badge>
      )}
    </span>
  )
}

const AssignableCell = ({ role: { assignable, message_detail } }: { role: AdminDiscordRole }) => {
  const { t } = useTranslation(NAMESPACE)
  return assignable ? (
    t("server.roles.yes")
  ) : (
    <Text size="small" className="text-ui-fg-subtle text-pretty whitespace-normal py-2">
      {message_detail === null ? t("server.roles.no") : <MessageText message={message_detail} />}
    </Text>
  )
}
