import { Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { NAMESPACE } from "../../i18n/namespace"
import { LoadError } from "../load-error"
import { MemberTabs } from "./member-tabs"
import { MembersHeader } from "./members-header"
import { MembersTable } from "./members-table"
import { useMemberList } from "./use-member-list"

/** Every member, by whose move it is. */
export const MembersSection = () => {
  const { t } = useTranslation(NAMESPACE)
  const { list, filter, tab, counts, failed, openTab } = useMemberList()
  if (failed) {
    return (
      <Container>
        <LoadError
          title={t("members.loadFailed")}
          error={failed.error}
          onRetry={() => void failed.refetch()}
        />
      </Container>
    )
  }
  return (
    <Container className="divide-y p-0">
      <MembersHeader filter={filter} counts={counts} found={list.data?.count ?? 0} />
      <MemberTabs tab={tab} counts={counts} onOpen={openTab}>
        <MembersTable page={list.data} isLoading={list.isPending} isTab={tab !== "all"} />
      </MemberTabs>
    </Container>
  )
}
