import { Alert, Container, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ApplicationQuery } from "../../hooks/api/application"
import { useErrorMessage } from "../../hooks/use-error-message"
import { NAMESPACE } from "../../i18n/namespace"
import { unaskedCheck } from "../../lib/application"
import { MessageText } from "../message-text"
import { CheckRow } from "../server/check-row"

/** What is wrong with the store's side of all servers, and that nobody can ask Discord now; nothing while all is well. */
export const ApplicationTrouble = ({ application }: { application: ApplicationQuery }) => {
  const { t } = useTranslation(NAMESPACE)
  const { data, error, isError } = application
  const errorMessage = useErrorMessage()
  if (isError) {
    return <Unasked>{errorMessage(error)}</Unasked>
  }
  const unasked = unaskedCheck(data)
  const failed = (data?.checks ?? []).filter((check) => !check.ok && check !== unasked)
  return (
    <>
      {unasked && (
        <Unasked>
          <MessageText message={unasked.message_detail} />
        </Unasked>
      )}
      {failed.length > 0 && (
        <Container className="p-0">
          <ul className="divide-y">
            {failed.map((check) => (
              <CheckRow key={check.id} label={t(`checks.${check.id}`)} {...check} />
            ))}
          </ul>
        </Container>
      )}
    </>
  )
}

const Unasked = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation(NAMESPACE)
  return (
    <Alert variant="warning" role="alert">
      <Text size="small" leading="compact" weight="plus">
        {t("setup.application.loadFailed")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {children} {t("setup.application.stale")}
      </Text>
    </Alert>
  )
}
