import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { mayInvite } from "../../lib/access/access"
import { discordUrl } from "../../lib/discord/discord-url"
import { nextStepOf } from "../../lib/membership/next-step"
import { MessageText } from "../message-text"
import { CopyInvitation } from "./copy-invitation"

interface StoppedMemberProps {
  membership: AdminDiscordMembership
  /** Whether another link, that does more, is offered beside this. */
  hasLink?: boolean
}

/** Why nothing goes on for a member in one server, whose move it is, and what they do: said once, for all roles there. */
export const StoppedMember = ({ membership, hasLink = false }: StoppedMemberProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { move, reason_detail, server } = membership
  const next = nextStepOf(membership)
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-x-3">
        <Text size="small" leading="compact" weight="plus" className="truncate">
          {server.name}
        </Text>
        <StatusBadge color={move === "admin" ? "red" : "orange"} className="shrink-0 text-nowrap">
          {t(`members.tabs.${move === "admin" ? "admin" : "customer"}`)}
        </StatusBadge>
      </div>
      {reason_detail && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          <MessageText message={reason_detail} />
        </Text>
      )}
      <Text size="small" className="text-pretty">
        {t(`members.next.${next}`)}
      </Text>
      {next === "banned" && (
        <Button size="small" variant="secondary" className="w-fit" asChild>
          <a href={discordUrl(server)} target="_blank" rel="noreferrer">
            {t("server.actions.openDiscord")}
          </a>
        </Button>
      )}
      {!hasLink && mayInvite(membership) && <CopyInvitation server={server} />}
    </div>
  )
}
