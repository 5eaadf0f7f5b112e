import { useTranslation } from "react-i18next"
import type { ApplicationQuery } from "../../hooks/api/application"
import { NAMESPACE } from "../../i18n/namespace"
import { isUnasked } from "../../lib/application"
import { ApplicationChecks } from "./application-checks"
import { FoldedSection } from "./folded-section"

/** The application behind the bot, for whoever looks after the store: one line while all is well. */
export const ApplicationSection = ({ application }: { application: ApplicationQuery }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <FoldedSection
      title={t("setup.application.title")}
      summary={useSummary(application)}
      showLabel={t("setup.application.show")}
      hideLabel={t("setup.application.hide")}
    >
      <div className="px-6 py-4">
        <ApplicationChecks application={application} />
      </div>
    </FoldedSection>
  )
}

/** What was last seen says nothing while Discord cannot be asked. */
function useSummary(application: ApplicationQuery): string {
  const { t } = useTranslation(NAMESPACE)
  const { data } = application
  if (isUnasked(application)) {
    return t("setup.application.loadFailed")
  }
  if (!data) {
    return t("setup.application.loading")
  }
  const failed = data.checks.filter(({ ok }) => !ok).length
  return failed === 0
    ? t("setup.application.inOrder")
    : t("setup.application.failed", { count: failed })
}
