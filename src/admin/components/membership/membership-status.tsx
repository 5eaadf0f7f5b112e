import { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"

const COLORS: Record<
  AdminDiscordMembership["status"],
  ComponentProps<typeof StatusBadge>["color"]
> = {
  due: "blue",
  synced: "green",
  retrying: "orange",
  waiting_for_join: "grey",
  waiting_for_customer: "grey",
  waiting_for_admin: "red",
}

export const MembershipStatus = ({
  membership,
}: {
  membership: Pick<AdminDiscordMembership, "status" | "held_back" | "move">
}) => {
  const { t } = useTranslation(NAMESPACE)
  const { held_back, move } = membership
  // A banned customer can do nothing: what is stored is who refused, what is shown is who waits for whom.
  const status = move === "admin" ? "waiting_for_admin" : membership.status
  return (
    <StatusBadge color={held_back ? "grey" : COLORS[status]} className="text-nowrap">
      {t(held_back ? "members.heldBack" : `members.status.${status}`)}
    </StatusBadge>
  )
}
