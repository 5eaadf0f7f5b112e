import { useDate } from "@medusajs/dashboard/hooks"
import { createDataTableColumnHelper, Tooltip } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordActivity } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { TextLink } from "../text-link"
import { Cause } from "./cause"
import { Answer, Member, Roles, What } from "./cells"

const helper = createDataTableColumnHelper<AdminDiscordActivity>()

/** Widths in pixels: with them, the longest badge and the answer, the table fits a laptop's screen. Longer names wrap, or are cut and whole in a tooltip. */
const NAME = { maxSize: 152 }
const MOMENT = { minSize: 120, maxSize: 136 }

export function useActivityColumns() {
  const { t } = useTranslation(NAMESPACE)
  const { getFullDate, getRelativeDate } = useDate()
  return useMemo(
    () => [
      helper.display({
        id: "created_at",
        header: t("activity.columns.when"),
        ...MOMENT,
        cell: ({ row: { original } }) => (
          <Tooltip content={getFullDate({ date: original.created_at, includeTime: true })}>
            <span className="whitespace-normal">{getRelativeDate(original.created_at)}</span>
          </Tooltip>
        ),
      }),
      helper.display({
        // Not "action": the table keeps that id narrow, for a menu.
        id: "what",
        header: t("activity.columns.action"),
        cell: ({ row: { original } }) => <What entry={original} />,
      }),
      helper.display({
        id: "member",
        header: t("activity.columns.member"),
        ...NAME,
        cell: ({ row: { original } }) => <Member entry={original} />,
      }),
      helper.display({
        id: "role",
        header: t("activity.columns.role"),
        ...NAME,
        cell: ({ row: { original } }) => <Roles entry={original} />,
      }),
      helper.display({
        id: "server",
        header: t("activity.columns.server"),
        ...NAME,
        cell: ({ row: { original } }) =>
          original.server_id && original.server_name ? (
            <TextLink to={`/settings/discord/${original.server_id}`}>
              {original.server_name}
            </TextLink>
          ) : (
            "-"
          ),
      }),
      helper.display({
        id: "trigger",
        header: t("activity.columns.trigger"),
        ...NAME,
        cell: ({ row: { original } }) =>
          original.causes.length === 0 ? (
            "-"
          ) : (
            <span className="flex flex-col gap-y-0.5 whitespace-normal break-words py-2">
              {original.causes.map((cause) => (
                <span key={cause.id}>
                  <Cause cause={cause} />
                </span>
              ))}
            </span>
          ),
      }),
      helper.display({
        id: "message",
        header: t("activity.columns.message"),
        maxSize: 384,
        cell: ({ row: { original } }) => <Answer entry={original} />,
      }),
    ],
    [t, getFullDate, getRelativeDate],
  )
}
