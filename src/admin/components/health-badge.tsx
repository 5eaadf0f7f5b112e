import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../types/http/server"
import { NAMESPACE } from "../i18n/namespace"

const COLORS = {
  healthy: "green",
  warning: "orange",
  failing: "red",
  paused: "red",
  disconnected: "grey",
} as const

export const HealthBadge = ({ health }: Pick<AdminDiscordServer, "health">) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <StatusBadge color={COLORS[health]} className="text-nowrap">
      {t(`health.${health}`)}
    </StatusBadge>
  )
}
