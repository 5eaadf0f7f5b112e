import { InformationCircle } from "@medusajs/icons"
import { StatusBadge, Text, Tooltip } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordActivity } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { plainAnswer, toneOf } from "../../lib/activity/entry"
import { MessageText } from "../message-text"
import { RoleDot } from "../role-dot"
import { TextLink } from "../text-link"
import { Products } from "./products"

interface CellProps {
  entry: AdminDiscordActivity
}

/** What was done. Who joins with roles joins once. */
export const What = ({ entry }: CellProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { action, roles } = entry
  return (
    <StatusBadge color={toneOf(entry)} className="text-nowrap">
      {action === "member_joined" && roles.length > 0
        ? t("activity.joinedWith", { count: roles.length })
        : t(`activity.action.${action}`)}
    </StatusBadge>
  )
}

/** Whom it is about: by their Discord name, else as the shop knows them, else by Discord's id. */
export const Member = ({ entry }: CellProps) => {
  const { customer, discord_user_id, global_name, username } = entry
  const name = global_name ?? username ?? customer?.name ?? discord_user_id ?? "-"
  return customer ? <TextLink to={`/customers/${customer.id}`}>{name}</TextLink> : <>{name}</>
}

export const Roles = ({ entry: { roles } }: CellProps) =>
  roles.length === 0 ? (
    "-"
  ) : (
    <ul className="flex flex-col gap-y-0.5 py-2">
      {roles.map(({ role_color, role_id, role_name }) => (
        <li key={role_id} className="flex items-center gap-x-2">
          <RoleDot color={role_color ?? 0} />
          <span className="whitespace-normal break-words min-w-0">{role_name ?? role_id}</span>
        </li>
      ))}
    </ul>
  )

/** What Discord said, in a sentence; the figures that its documentation explains are beside it. */
export const Answer = ({ entry }: CellProps) => (
  <div className="flex min-w-40 items-start gap-x-2 py-2">
    <Text size="small" className="text-pretty break-words whitespace-normal min-w-0">
      <Sentence entry={entry} />
    </Text>
    <Codes entry={entry} />
  </div>
)

const Sentence = ({ entry }: CellProps) => {
  const { t } = useTranslation(NAMESPACE)
  const { named_message_detail: message, variants } = entry
  if (message?.code === "activity.mapped" && variants.length > 0) {
    return <Products variants={variants} />
  }
  if (message?.code === "activity.mapped_new_buyers" && variants.length > 0) {
    return (
      <>
        <Products variants={variants} />
        {t("activity.newBuyersOnly")}
      </>
    )
  }
  const answer = plainAnswer(entry)
  return message ? (
    <MessageText message={message} />
  ) : (
    <>{answer ? t(`activity.answer.${answer}`) : "-"}</>
  )
}

const Codes = ({ entry: { discord_code, discord_status } }: CellProps) => {
  const { t } = useTranslation(NAMESPACE)
  if (discord_status === null) {
    return null
  }
  const said =
    discord_code === null
      ? t("activity.answer.status", { status: discord_status })
      : t("activity.answer.statusAndCode", { status: discord_status, code: discord_code })
  return (
    <Tooltip content={said}>
      <button
        type="button"
        aria-label={said}
        className="text-ui-fg-muted hover:text-ui-fg-subtle transition-fg focus-visible:shadow-borders-focus mt-0.5 shrink-0 rounded-[4px] outline-none"
      >
        <InformationCircle />
      </button>
    </Tooltip>
  )
}
