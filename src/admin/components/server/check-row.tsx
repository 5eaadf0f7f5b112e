import { CheckCircleSolid, ExclamationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ReactNode } from "react"
import type { MessageDetail } from "../../../messages"
import { NAMESPACE } from "../../i18n/namespace"
import { MessageText } from "../message-text"

interface CheckRowProps {
  label: string
  ok: boolean
  /** How bad it is when it is not ok. */
  severity?: "error" | "warning"
  message_detail: MessageDetail
  fix_detail: MessageDetail | null
  /** Whether it is not known any more if this is so. */
  isStale?: boolean
  /** What helps to mend it. */
  children?: ReactNode
}

/** What one check found, and what to do about it. */
export const CheckRow = ({
  label,
  ok,
  severity = "error",
  message_detail,
  fix_detail,
  isStale = false,
  children,
}: CheckRowProps) => {
  const { t } = useTranslation(NAMESPACE)
  const state = isStale && ok ? "stale" : ok ? "ok" : severity
  return (
    <li className="flex items-start gap-x-3 px-6 py-4">
      <span className="shrink-0 pt-0.5">
        <StateIcon state={state} />
        <span className="sr-only">{t(`checks.state.${state}`)}</span>
      </span>
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {label}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty break-words">
          <MessageText message={message_detail} />
        </Text>
        {fix_detail && (
          <Text size="small" className="text-ui-fg-base text-pretty break-words">
            <MessageText message={fix_detail} />
          </Text>
        )}
        {children}
      </div>
    </li>
  )
}

const StateIcon = ({ state }: { state: "ok" | "stale" | "error" | "warning" }) => {
  switch (state) {
    case "ok":
      return <CheckCircleSolid className="text-ui-tag-green-icon" />
    case "stale":
      return <CheckCircleSolid className="text-ui-fg-muted" />
    case "error":
      return <XCircleSolid className="text-ui-tag-red-icon" />
    case "warning":
      return <ExclamationCircleSolid className="text-ui-tag-orange-icon" />
  }
}
