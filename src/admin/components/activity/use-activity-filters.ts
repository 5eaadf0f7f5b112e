import { useDataTableDateFilters } from "@medusajs/dashboard/hooks"
import { createDataTableFilterHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AdminDiscordActivity } from "../../../types/http"
import { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES } from "../../../types/http/words"
import type { ActivityFilter } from "../../hooks/api/activity"
import { useServerChoices } from "../../hooks/use-server-choices"
import { useTableState } from "../../hooks/list/use-table-state"
import { NAMESPACE } from "../../i18n/namespace"
import type { TableState } from "../../lib/table-state"
import { useFilterNames } from "./use-filter-names"

/** What a person types. */
const TYPED = ["member", "role", "customer_id", "order_id", "discord_code"] as const
/** What only a link brings: nobody types these ids. */
const LINKED = ["account_id", "membership_id", "role_id", "trigger"] as const
const FILTER_IDS = ["server_id", "action", "outcome", "created_at", ...TYPED, ...LINKED] as const
const filters = createDataTableFilterHelper<AdminDiscordActivity>()

export function useActivityFilter(): { state: TableState; filter: ActivityFilter } {
  const state = useTableState(FILTER_IDS)
  const filter: ActivityFilter = {
    server_id: state.choices("server_id"),
    action: state.choices("action"),
    outcome: state.choices("outcome")?.[0],
    created_at: state.range("created_at"),
    member: state.words("member")?.[0],
    role: state.words("role")?.[0],
    customer_id: state.words("customer_id"),
    order_id: state.words("order_id"),
    discord_code: state.words("discord_code"),
    account_id: state.words("account_id"),
    membership_id: state.words("membership_id"),
    role_id: state.words("role_id"),
    trigger: state.words("trigger"),
    q: state.q,
  }
  return { state, filter }
}

/** @param found what the log answered: it names what is filtered by */
export function useActivityFilters(
  state: TableState,
  found: readonly AdminDiscordActivity[] | undefined,
) {
  const { t } = useTranslation(NAMESPACE)
  const servers = useServerChoices()
  const nameOf = useFilterNames(state, found)
  const dates = useDataTableDateFilters().filter(({ id }) => id === "created_at")
  const linked = LINKED.filter((id) => state.words(id))
  return [
    filters.custom({
      id: "server_id",
      type: "multiselect",
      label: t("activity.columns.server"),
      options: servers,
    }),
    filters.custom({
      id: "action",
      type: "multiselect",
      label: t("activity.columns.action"),
      options: ACTIVITY_ACTIONS.map((value) => ({ value, label: t(`activity.action.${value}`) })),
    }),
    filters.custom({
      id: "outcome",
      type: "radio",
      label: t("activity.columns.outcome"),
      options: ACTIVITY_OUTCOMES.map((value) => ({ value, label: t(`activity.outcome.${value}`) })),
    }),
    ...[...TYPED, ...linked].map((id) =>
      filters.custom({
        id,
        type: "string",
        label: t(`activity.filter.${id}.label`),
        placeholder: t(`activity.filter.${id}.placeholder`),
        // The chip of an id says the name of what is meant.
        options: (state.words(id) ?? []).map((value) => ({ value, label: nameOf(id, value) })),
      }),
    ),
    ...dates,
  ]
}
