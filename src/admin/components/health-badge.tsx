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

interface HealthBadgeProps extends Pick<AdminDiscordServer, "health"> {
  /** Whether it is not known any more if this is so. */
  isStale?: boolean
}

export const HealthBadge = ({ health, isStale = false }: HealthBadgeProps) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <StatusBadge color={isStale ? "grey" : COLORS[health]} className="text-nowrap">
      {t(`health.${health}`)}
    </StatusBadge>
  )
}
