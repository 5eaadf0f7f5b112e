import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MessageDetail } from "../../../messages"
import { useMessage } from "../../hooks/use-message"
import { NAMESPACE } from "../../i18n/namespace"

interface DangerLineProps {
  /** What a role lets its holders do that no shop means to sell. */
  permissions: readonly MessageDetail[] | undefined
  className?: string
}

/** Said where the role is chosen, not only when it is saved. */
export const DangerLine = ({ permissions = [], className }: DangerLineProps) => {
  const { t } = useTranslation(NAMESPACE)
  const say = useMessage()
  return permissions.length === 0 ? null : (
    <span className={clx("txt-compact-xsmall text-ui-fg-error text-pretty", className)}>
      {t("product.picker.dangerous", { permissions: permissions.map(say).join(", ") })}
    </span>
  )
}
