import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { AdminDiscordNamedEntitlement } from "../../../types/http"
import { NAMESPACE } from "../../i18n/namespace"
import { nameOf } from "../../lib/entitlement/by-hand"
import { Products } from "../activity/products"
import { SelectAll, SelectOne } from "../list/select-rows"
import { Day, GivenBy, Standing, Whose } from "./cells"
import { EntitlementMenu } from "./entitlement-menu"

const helper = createDataTableColumnHelper<AdminDiscordNamedEntitlement>()

/** Widths in pixels: with them and the menu the table fits a laptop's screen. */
const NAME = { maxSize: 220 }
const DAY = { minSize: 112, maxSize: 132 }

/** The ids of those that can be sorted by are the API's. */
export function useEntitlementColumns() {
  const { t } = useTranslation(NAMESPACE)
  return useMemo(() => {
    const byTime = {
      ...DAY,
      enableSorting: true,
      sortAscLabel: t("members.sort.time.asc"),
      sortDescLabel: t("members.sort.time.desc"),
    }
    return [
      helper.select({
        header: ({ table }) => <SelectAll table={table} label={t("entitlements.select.all")} />,
        cell: ({ row }) => (
          <SelectOne
            row={row}
            label={t("entitlements.select.one", {
              name: nameOf(row.original) ?? t("entitlements.customerGone"),
              variant: row.original.variant.title ?? row.original.variant.id,
            })}
          />
        ),
      }),
      helper.display({
        id: "customer",
        header: t("entitlements.columns.customer"),
        ...NAME,
        cell: ({ row: { original } }) => <Whose entitlement={original} />,
      }),
      helper.display({
        id: "variant",
        header: t("entitlements.columns.variant"),
        ...NAME,
        cell: ({ row: { original } }) => (
          <div className="py-2">
            <Products variants={[original.variant]} />
          </div>
        ),
      }),
      helper.display({
        id: "state",
        header: t("entitlements.columns.state"),
        ...NAME,
        cell: ({ row: { original } }) => <Standing entitlement={original} />,
      }),
      helper.display({
        id: "source",
        header: t("entitlements.columns.source"),
        ...NAME,
        cell: ({ row: { original } }) => <GivenBy entitlement={original} />,
      }),
      helper.accessor("starts_at", {
        header: t("entitlements.columns.from"),
        sortLabel: t("entitlements.columns.from"),
        ...byTime,
        cell: ({ getValue }) => <Day at={getValue()} />,
      }),
      helper.accessor("ends_at", {
        header: t("entitlements.columns.until"),
        sortLabel: t("entitlements.columns.until"),
        ...byTime,
        cell: ({ getValue }) => <Day at={getValue()} />,
      }),
      helper.display({
        id: "action",
        cell: ({ row: { original } }) => <EntitlementMenu entitlement={original} />,
      }),
    ]
  }, [t])
}
