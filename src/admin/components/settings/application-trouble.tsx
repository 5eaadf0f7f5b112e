import { Alert, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { ApplicationQuery } from "../../hooks/api/application"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { CheckRow } from "../server/check-row"

/** What is wrong with the store's side of all servers, or that nobody can tell now; nothing while all is well. */
export const ApplicationTrouble = ({ application }: { application: ApplicationQuery }) => {
  const { t } = useTranslation(NAMESPACE)
  const { data, error, isError } = application
  const errorMessage = useErrorMessage()
  if (isError) {
    return (
      <Alert variant="warning" role="alert">
        <Text size="small" leading="compact" weight="plus">
          {t("setup.application.loadFailed")}
        </Text>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {errorMessage(error)} {t("setup.application.stale")}
        </Text>
      </Alert>
    )
  }
  const failed = (data?.checks ?? []).filter(({ ok }) => !ok)
  if (failed.length === 0) {
    return null
  }
  return (
    <Container className="p-0">
      <ul className="divide-y">
        {failed.map((check) => (
          <CheckRow key={check.id} label={t(`checks.${check.id}`)} {...check} />
        ))}
      </ul>
    </Container>
  )
}
