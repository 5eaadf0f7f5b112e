import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServerDisconnectPreview } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { localeOf } from "../../lib/text/locale"
import { RoleDot } from "../role-dot"

/** What disconnecting would do, and to how many. */
export const DisconnectAccount = ({
  preview,
}: {
  preview: AdminDiscordServerDisconnectPreview
}) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  const members = number.format(preview.members_with_roles)
  const lines = [
    t("server.disconnect.members", { count: preview.members }),
    t("server.disconnect.given", { count: preview.roles_given, members }),
    ...(preview.roles_adopted > 0
      ? [t("server.disconnect.adopted", { count: preview.roles_adopted })]
      : []),
    ...(preview.changes_waiting > 0
      ? [t("server.disconnect.waiting", { count: preview.changes_waiting })]
      : []),
    t("server.disconnect.mappings", { count: preview.mappings }),
  ]
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" leading="compact" weight="plus">
        {t("server.disconnect.happens")}
      </Text>
      <ul className="txt-small text-ui-fg-subtle list-disc ps-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {preview.roles.length > 0 && (
        <ul aria-label={t("server.disconnect.roles")} className="flex flex-wrap gap-1">
          {preview.roles.map((role) => (
            <li key={role.role_id}>
              <Badge size="2xsmall" className="gap-x-1">
                <RoleDot color={role.color} />
                {role.name} · {number.format(role.members)}
              </Badge>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
