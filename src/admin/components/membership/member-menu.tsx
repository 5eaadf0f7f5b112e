import { ArrowPath, SquareTwoStack, User } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordMembership } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { copied } from "../../lib/copy-text"
import { discordName } from "../../lib/discord/discord-user"
import { SectionMenu } from "../section-menu"

interface MemberMenuProps {
  membership: AdminDiscordMembership
  onCheck: (membership: AdminDiscordMembership) => void
}

/** What can be done about one member. */
export const MemberMenu = ({ membership, onCheck }: MemberMenuProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { account, customer_ids, server } = membership
  const [customerId] = customer_ids
  const id = account.discord_user_id
  const copy = async () => {
    if (await copied(id)) {
      toast.success(t("members.menu.copied"))
    } else {
      toast.error(t("members.menu.notCopied", { id }))
    }
  }
  return (
    <SectionMenu
      label={t("members.menu.label", { name: discordName(account) })}
      groups={[
        [
          {
            icon: <ArrowPath />,
            label: t("members.check.action"),
            disabled: server.status === "disconnected",
            onClick: () => onCheck(membership),
          },
        ],
        [
          ...(customerId === undefined
            ? []
            : [
                {
                  icon: <User />,
                  label: t("members.menu.customer"),
                  to: `/customers/${customerId}`,
                },
              ]),
          {
            icon: <SquareTwoStack />,
            label: t("members.menu.copyId"),
            onClick: () => void copy(),
          },
        ],
      ]}
    />
  )
}
