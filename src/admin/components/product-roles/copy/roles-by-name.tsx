import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordRole } from "../../../../types/http/server"
import { NAMESPACE } from "../../../i18n/namespace"
import { listOf } from "../../../lib/text/locale"

interface RolesByNameProps {
  /** By the variant that is called the same. */
  matches: ReadonlyMap<string, AdminDiscordRole>
  onChoose: () => void
}

/** Offers the roles that are called as the variants are: most shops name them alike, and have them all in one click. */
export const RolesByName = ({ matches, onChoose }: RolesByNameProps) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const names = [...new Set([...matches.values()].map(({ name }) => name))]
  return (
    <div className="flex items-center justify-between gap-x-4">
      <Text size="small" className="text-ui-fg-subtle min-w-0 text-pretty break-words">
        {t("product.byName.found", { roles: listOf(i18n.language, names) })}
      </Text>
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="shrink-0"
        onClick={onChoose}
      >
        {t("product.byName.choose")}
      </Button>
    </div>
  )
}
