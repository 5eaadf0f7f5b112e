import { ActionMenu, SectionRow } from "@medusajs/dashboard/components"
import { ArrowUpRightOnBox, Beaker, History, PencilSquare, XCircle } from "@medusajs/icons"
import { Container, Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordServer } from "../../../types/http/server"
import { NAMESPACE } from "../../i18n/namespace"
import { activityLink } from "../../lib/activity/link"
import { discordUrl } from "../../lib/discord/discord-url"
import { membersOf } from "../../lib/membership/members-link"
import { localeOf } from "../../lib/text/locale"
import { HealthBadge } from "../health-badge"
import { ServerAvatar } from "../server-avatar"
import { TextLink } from "../text-link"

/** Which server it is, how many are in it, and how it is. */
export const ServerSummary = ({ server }: { server: AdminDiscordServer }) => {
  const { t, i18n } = useTranslation(NAMESPACE)
  const number = new Intl.NumberFormat(localeOf(i18n.language))
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="flex min-w-0 items-center gap-x-3">
          <ServerAvatar server={server} size="large" />
          <Heading className="truncate">{server.name}</Heading>
        </div>
        <div className="flex items-center gap-x-4">
          <HealthBadge health={server.health} />
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("server.actions.settings"),
                    to: "edit",
                  },
                  {
                    icon: <Beaker />,
                    label: t("server.actions.test"),
                    to: "test",
                  },
                  {
                    icon: <History />,
                    label: t("activity.title"),
                    to: activityLink("server_id", server.id),
                  },
                ],
              },
              {
                actions: [
                  {
                    icon: <ArrowUpRightOnBox />,
                    label: t("server.actions.openDiscord"),
                    onClick: () => window.open(discordUrl(server), "_blank", "noreferrer"),
                  },
                ],
              },
              {
                actions: [
                  {
                    icon: <XCircle />,
                    label: t("server.actions.disconnect"),
                    to: "disconnect",
                    disabled: server.status === "disconnected",
                  },
                ],
              },
            ]}
          />
        </div>
      </div>
      <SectionRow
        title={t("server.members")}
        value={
          server.member_count === null ? t("server.unknown") : number.format(server.member_count)
        }
      />
      <SectionRow title={t("server.customers")} value={number.format(server.customer_count)} />
      <SectionRow title={t("server.mappedRoles")} value={number.format(server.mapped_role_count)} />
      {server.parked_count > 0 && (
        <SectionRow
          title={t("server.parked")}
          value={
            <TextLink to={membersOf(server.id, "admin")}>
              {number.format(server.parked_count)}
            </TextLink>
          }
        />
      )}
    </Container>
  )
}
