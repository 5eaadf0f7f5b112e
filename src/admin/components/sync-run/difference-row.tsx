import { Badge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordDifference } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"

/** One member, and the roles they would be given or lose. */
export const DifferenceRow = ({ difference }: { difference: AdminDiscordDifference }) => {
  const { t } = useTranslation(NAMESPACE)
  const name = difference.global_name ?? difference.username
  return (
    <li className="flex flex-wrap items-center gap-2 px-4 py-2">
      <Text size="small" leading="compact" className="break-words">
        {name}
      </Text>
      {difference.added.map((role) => (
        <Badge key={role.role_id} size="2xsmall" color="green">
          {t("bulk.differences.added", { role: role.name })}
        </Badge>
      ))}
      {difference.removed.map((role) => (
        <Badge key={role.role_id} size="2xsmall" color="red">
          {t("bulk.differences.removed", { role: role.name })}
        </Badge>
      ))}
      {difference.kicked && (
        <Badge size="2xsmall" color="red">
          {t("bulk.differences.kicked")}
        </Badge>
      )}
    </li>
  )
}
