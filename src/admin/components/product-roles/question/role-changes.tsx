import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminPreviewProductDiscordRolesResponse } from "../../../../types/http/role-mapping"
import { NAMESPACE } from "../../../i18n/namespace"
import { roleChanges } from "../../../lib/role/preview-changes"
import { RoleChangeLine } from "./role-change-line"

/** Who of the current customers gains and loses which role. */
export const RoleChanges = ({ preview }: { preview: AdminPreviewProductDiscordRolesResponse }) => {
  const { t } = useTranslation(NAMESPACE)
  const changes = roleChanges(preview)
  if (changes.length === 0) {
    return null
  }
  return (
    <>
      <ul aria-label={t("product.preview.list")} className="flex flex-col gap-y-1">
        {changes.map((change) => (
          <RoleChangeLine key={`${change.kind} ${change.role.role_id}`} change={change} />
        ))}
      </ul>
      {preview.unlinked_customers > 0 && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("product.preview.unlinked", { count: preview.unlinked_customers })}
        </Text>
      )}
    </>
  )
}
