import { Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { countIn, ENTITLEMENT_TABS } from "../../lib/entitlement/entitlement-tab"
import { CountTabs } from "../list/count-tabs"
import { LoadError } from "../load-error"
import { EntitlementsHeader } from "./entitlements-header"
import { EntitlementsTable } from "./entitlements-table"
import { useEntitlementList } from "./use-entitlement-list"

/** Every access, by how it stands. */
export const EntitlementsSection = () => {
  const { t } = useTranslation(NAMESPACE)
  const { list, filter, tab, openTab } = useEntitlementList()
  if (list.isLoadingError) {
    return (
      <Container>
        <LoadError
          title={t("entitlements.loadFailed")}
          error={list.error}
          onRetry={() => void list.refetch()}
        />
      </Container>
    )
  }
  const counts = list.data?.counts
  return (
    <Container className="divide-y p-0">
      <EntitlementsHeader filter={filter} found={list.data?.count ?? 0} />
      <CountTabs
        label={t("entitlements.tabs.label")}
        tabs={ENTITLEMENT_TABS}
        titleOf={(each) =>
          each === "all" ? t("entitlements.tabs.all") : t(`access.standing.${each}`)
        }
        countOf={counts && ((each) => countIn(each, counts))}
        tab={tab}
        onOpen={openTab}
      >
        {list.data?.customers_cut && (
          <Text role="status" size="small" className="text-ui-fg-subtle text-pretty px-6 pt-4">
            {t("entitlements.customersCut")}
          </Text>
        )}
        <EntitlementsTable
          page={list.data}
          isLoading={list.isPending}
          filter={filter}
          isTab={tab !== "all"}
        />
      </CountTabs>
    </Container>
  )
}
