import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMemberRole, AdminDiscordServerName } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { RoleDot } from "../role-dot"
import { MessageText } from "../message-text"
import { SeenAt } from "./seen-at"
import { RoleStateBadge } from "./role-state-badge"

interface RoleLineProps {
  role: AdminDiscordMemberRole & { server: AdminDiscordServerName; membership_id: string | null }
  /** Said once beside the roles when it is the same for all of them. */
  hideReason?: boolean
}

/** A role, where it stands, and why not yet. */
export const RoleLine = ({ role, hideReason = false }: RoleLineProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <div className="flex min-w-0 flex-col gap-y-1">
      <div className="flex min-w-0 items-center justify-between gap-x-3">
        <div className="flex min-w-0 items-center gap-x-2">
          <RoleDot color={role.color} />
          <Text size="small" leading="compact" className="text-ui-fg-base truncate">
            {role.name}
          </Text>
          <Text size="small" leading="compact" className="text-ui-fg-subtle shrink-[9] truncate">
            {t("role.onServer", { server: role.server.name })}
          </Text>
        </div>
        <RoleStateBadge state={role.state} />
      </div>
      {role.membership_id !== null && (
        <div className="ps-4">
          <SeenAt at={role.last_seen_at} />
        </div>
      )}
      {role.reason_detail && !hideReason && (
        <Text size="xsmall" className="text-ui-fg-subtle text-pretty ps-4">
          <MessageText message={role.reason_detail} />
        </Text>
      )}
    </div>
  )
}
