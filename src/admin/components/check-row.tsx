import { CheckCircleSolid, ExclamationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../i18n/namespace"
import { Sentence } from "./sentence"

interface CheckRowProps {
  label: string
  ok: boolean
  /** How bad it is when it is not ok. */
  severity?: "error" | "warning"
  message: string
  fix: string | null
}

/** What one check found, and what to do about it. */
export const CheckRow = ({ label, ok, severity = "error", message, fix }: CheckRowProps) => {
  const { t } = useTranslation(NAMESPACE)
  const state = ok ? "ok" : severity
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
          <Sentence>{message}</Sentence>
        </Text>
        {fix && (
          <Text size="small" className="text-ui-fg-base text-pretty break-words">
            <Sentence>{fix}</Sentence>
          </Text>
        )}
      </div>
    </li>
  )
}

const StateIcon = ({ state }: { state: "ok" | "error" | "warning" }) => {
  switch (state) {
    case "ok":
      return <CheckCircleSolid className="text-ui-tag-green-icon" />
    case "error":
      return <XCircleSolid className="text-ui-tag-red-icon" />
    case "warning":
      return <ExclamationCircleSolid className="text-ui-tag-orange-icon" />
  }
}
